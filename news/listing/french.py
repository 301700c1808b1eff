"""French words around people's names: honorifics, offices, bodies, and where a role ends."""

import re

from .grammar import MONTHS_AND_DAYS, SPACE, UPPER, Grammar, alternatives

FR_OFFICES = alternatives(
    "directeur général/directrice générale/directeur/directrice/secrétaire général/secrétaire générale/secrétaire/"
    "président/présidente/"
    "vice-président/vice-présidente/premier ministre/première ministre/ministre/ambassadeur/ambassadrice/chef/cheffe/"
    "commissaire/"
    "gouverneur/gouverneure/maire/recteur/rectrice/doyen/doyenne/professeur/professeure/expert/experte/conseiller/"
    "conseillère/"
    "consultant/consultante/coordinateur/coordinatrice/coordonnateur/coordonnatrice/spécialiste/responsable/"
    "représentant/"
    "représentante/délégué/déléguée/envoyé/envoyée/consul/consule/attaché/attachée/fondateur/fondatrice/cofondateur/"
    "membre/"
    "sénateur/sénatrice/député/députée/rédacteur/rédactrice/écrivain/écrivaine/auteur/autrice/poète/chercheur/"
    "chercheuse/historien/"
    "historienne/ingénieur/juge/mufti/imam/roi/reine/prince/princesse/émir/sultan/adjoint/adjointe/vice-ministre/"
    "chargé d’affaires/"
    "chargée d’affaires/chargé de mission/chargée de mission/porte-parole/lauréat/lauréate/chancelier/architecte/"
    "artiste/journaliste/"
    "avocat/avocate/enseignant/enseignante/animateur/modératrice/modérateur/wali/haut-commissaire/président-directeur "
    "général"
)
FR_BODIES = alternatives(
    "Fondation/Université/Collège/École/Institut/Institution/Centre/Comité/Conseil/Commission/Organisation/Ministère/"
    "Musée/"
    "Bibliothèque/Aéroport/Mosquée/Prix/Stade/Hôpital/Palais/Hôtel/Rue/Avenue/Équipe/Incubateur/Société/Banque/Fonds/"
    "Association/"
    "Fédération/Union/Ligue/Groupe/Agence/Autorité/Académie/Complexe/Forum/Conférence/Programme/Projet/Initiative/"
    "Secteur/"
    "Département/Bureau/Ambassade/Parlement/Assemblée/Délégation/République/Royaume/État/États/Ville/Région/Province/"
    "Journée/"
    "Festival/Session/Atelier/Sommet/Charte/Plan/Stratégie/Exposition/Maison/Club/Réseau/Présidence/Direction/"
    "Secrétariat/Chaire/"
    "Sénat/Cour/Laboratoire/Compagnie/Entreprise"
)
FR_HONORIFICS = (
    r"S\.\s?E\.(?:\s?M\.)?|SEM|Son Excellence|Leurs Excellences|Sa Majesté|S\.\s?M\.|Son Altesse(?: Royale| "
    r"Sérénissime)?|S\.\s?A\.(?:\s?R\.)?|"
    r"Son Éminence|M|Monsieur|Mme|Mlle|Madame|Mademoiselle|Dr|Dre|Docteur|Docteure|Pr|Pre|Prof|Professeur|Professeure|"
    r"Ambassadeur|"
    r"Ambassadrice|Amb|Cheikh|Cheikha|Roi|Reine|Prince|Princesse|Prince héritier|Sultan|Émir|Imam|Pape|Cardinal|"
    r"Maître|Me|Ing|El Hadj"
)
FRENCH = Grammar(
    honorific=re.compile(rf"\b(?:(?:{FR_HONORIFICS})\.?{SPACE}+(?:le{SPACE}+|la{SPACE}+|l[’'])?)+"),
    office=re.compile(rf"(?<![\w-])(?:{FR_OFFICES})(?![\w-])", re.IGNORECASE),
    title=re.compile(
        rf"(?<![\w-])(?i:{FR_OFFICES})(?:{SPACE}(?!de\b|du\b|des\b|et\b|à\b|au\b|"
        rf"en\b)[^\W\d_]+){{0,2}}?{SPACE}(?=[{UPPER}])"
    ),
    body=re.compile(rf"(?:{FR_BODIES})s?"),
    not_name=frozenset(
        (
            "le la les l un une des du de ce cette ces dans en au aux à pour lors après avant sous avec par et ou sa "
            "son ses leur leurs il "
            "elle ils elles nous monde islamique national internationale international nations unies états membres "
            "général organisation "
            "icesco unesco isesco éducation sciences culture européen africain arabe régional mondial jeunesse femmes "
            "premier deuxième "
            f"troisième ancien nouveau sud nord est ouest central outre {MONTHS_AND_DAYS}"
        ).split()
    ),
    opens_role=re.compile(
        rf"(?:(?:le|la|un|une|ancien|ancienne|actuel|actuelle|haut|haute|grand|grande|jeune|célèbre|vice)\s+|l[’'])*"
        rf"(?i:{FR_OFFICES})(?![\w])"
    ),
    cuts_role=re.compile(
        rf"\s+(?:qui|que|dont|où|lors|durant|pendant|ainsi que|accompagné|accompagnée|en présence|à l[’']occasion|"
        rf"le (?:{'|'.join(MONTHS_AND_DAYS.split()[31:])})|a (?:été|déclaré|souligné|affirmé|indiqué|présenté|reçu|"
        rf"salué|rappelé|exprimé)|"
        rf"s[’']est|se sont|ont|est|était)\b"
        rf"|\s+et\s+(?:(?:{FR_HONORIFICS})\.?\s)|\s+[–—]\s*|[–—]|[;:!?\"«»“”]|\.(?=\s|$)"
    ),
    continues_role=re.compile(
        rf"\s*(?:et{SPACE})?(?:de{SPACE}la|de{SPACE}l[’']|du|des|de|d[’']){SPACE}?[{UPPER}][^,]*"
    ),
    before_name=re.compile(
        rf"(?<![\w-])(?:{FR_OFFICES})(?![\w-])[^,;:.!?«»“”\"]{{0,120}}?,?\s*(?:(?:le|la)\s+|l[’'])?$", re.IGNORECASE
    ),
    possessive=re.compile(r"(?!)"),
    of=re.compile(r"(?P<office>.{3,60}?) (?:de l[’']|de la |du |des |de |d[’'])(?P<organisation>.+)"),
)
