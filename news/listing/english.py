"""English words around people's names: honorifics, offices, bodies, and where a role ends."""

import re

from .grammar import MONTHS_AND_DAYS, SPACE, UPPER, Grammar, alternatives

EN_OFFICES = alternatives(
    "Director-General/Director General/Secretary-General/Secretary General/Director/Deputy/President/Vice-President/"
    "Vice President/"
    "Prime Minister/Minister/Ambassador/Chair/Chairman/Chairwoman/Chairperson/Co-Chair/Head/Chief/Secretary/"
    "Undersecretary/"
    "Under-Secretary/Commissioner/Governor/Mayor/Rector/Dean/Professor/Lecturer/Expert/Advisor/Adviser/Consultant/"
    "Coordinator/"
    "Specialist/Officer/Manager/Supervisor/Representative/Delegate/Envoy/Consul/Attaché/Founder/Co-Founder/CEO/Member/"
    "Senator/"
    "Speaker/Editor/Editor-in-Chief/Writer/Author/Poet/Researcher/Scholar/Scientist/Historian/Engineer/Judge/Mufti/"
    "Imam/King/"
    "Queen/Prince/Princess/Emir/Sultan/Executive/Principal/Teacher/Trainer/Moderator/Curator/Architect/Artist/"
    "Journalist/Lawyer/"
    "Counselor/Counsellor/Spokesperson/Spokesman/Spokeswoman/Assistant/Laureate/Winner/Fellow/Chancellor/"
    "Vice-Chancellor/Provost/"
    "Astronaut/Calligrapher/Academic/Economist/Doctor/Physician/Student/First Lady/Chargé d’Affaires/Chargé d'Affaires"
)
EN_BODIES = alternatives(
    "Foundation/University/College/School/Institute/Institution/Center/Centre/Committee/Council/Commission/"
    "Organization/"
    "Organisation/Ministry/Museum/Library/Airport/Mosque/Award/Prize/Stadium/Hospital/Palace/Hotel/Street/Avenue/Road/"
    "Hall/"
    "Team/Incubator/Company/Bank/Fund/Association/Society/Federation/Union/League/Group/Agency/Authority/Academy/"
    "Complex/Forum/"
    "Conference/Programme/Program/Project/Initiative/Sector/Department/Office/Embassy/Parliament/Assembly/Delegation/"
    "Republic/"
    "Kingdom/State/States/City/Region/Province/Day/Week/Year/Festival/Session/Workshop/Summit/Charter/Plan/Strategy/"
    "Exhibition/"
    "House/Club/Network/Press/Park/Square/Bridge/Board/Presidency/Bureau/Directorate/Secretariat/Corporation/"
    "Consortium/Chair/"
    "Cup/Medal/Order/Grand Mosque/Laboratory/Observatory/Senate/Court/Army/Police/Senate/Development/Cooperation"
)
EN_HONORIFICS = (
    r"H\.\s?E\.|HE(?=\s)|His Excellency|Her Excellency|Their Excellencies|His Majesty|Her Majesty|(?:His|Her)(?: "
    r"Royal| Serene)? Highness|"
    r"HRH|H\.\s?R\.\s?H\.|HH|H\.\s?H\.|HM|H\.\s?M\.|His Eminence|His Holiness|His Grace|(?:The )?Honou?rable|Hon|"
    r"Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mme|Madam|Madame|Amb|Ambassador|Eng|Engr|Sheikh|Sheikha|Shaikh|Shaikha|Sayyid|"
    r"Sir|Dame|"
    r"King|Queen|Prince|Princess|Crown Prince|Sultan|Emir|Imam|Pope|Cardinal|Archbishop|Bishop|Rabbi|Senator|Judge"
)
# What never stands between a name's comma and the office: "…, the Republic of Tunisia will host the Executive Council".
_NOT_BEFORE_OFFICE = (
    "of|in|to|for|on|at|with|from|by|and|or|as|than|that|who|which|his|her|their|will|would|is|was|are|were|has|had|"
    "have|along|"
    "together|representatives|where|while|during"
)
ENGLISH = Grammar(
    honorific=re.compile(rf"\b(?:(?:{EN_HONORIFICS})\.?{SPACE}+(?:the{SPACE}+)?)+"),
    office=re.compile(rf"(?<![\w-])(?:{EN_OFFICES})(?![\w-]|[’']s\b)", re.IGNORECASE),
    title=re.compile(rf"(?:(?:[{UPPER}][\w-]*(?:[’']s)?{SPACE}){{0,4}})(?<![\w-])(?:{EN_OFFICES}){SPACE}(?=[{UPPER}])"),
    body=re.compile(rf"(?:{EN_BODIES})s?"),
    not_name=frozenset(
        (
            "the a an this that these those in on at for during after before following under with from by to and or "
            "as of its his her he "
            "she it they we islamic world national international united nations member states general organization "
            "icesco unesco isesco "
            "educational scientific cultural european african arab regional global youth women first second third "
            "state committee former "
            "new south north east west central also moreover furthermore both all each representing moderating dear "
            "opening closing "
            f"artificial intelligence sustainable digital social human civilizational heritage {MONTHS_AND_DAYS}"
        ).split()
    ),
    opens_role=re.compile(rf"(?:(?!(?:{_NOT_BEFORE_OFFICE})\b)[\w’'.&-]+\s+){{0,6}}(?i:{EN_OFFICES})(?![\w-])"),
    cuts_role=re.compile(
        rf"\s+(?:who|whom|whose|which|where|when|during|along with|as well as|together with|in addition|in the "
        rf"presence|"
        rf"accompanied by|on (?:{'|'.join(d.capitalize() for d in MONTHS_AND_DAYS.split()[:19])})|to (?:discuss|"
        rf"review|explore|sign|attend)|"
        rf"(?:received|discussed|delivered|said|stated|met|held|reviewed|explained|affirmed|stressed|highlighted|"
        rf"expressed|emphasized|"
        rf"underlined|underscored|commended|praised|noted|added|opened|addressed|reiterated|presented|is|was|has|were|"
        rf"are)\b)"
        rf"|\s+and\s+(?:together|(?:{EN_HONORIFICS})\.?\s)|\s+[–—]\s*|[–—]|[;:!?\"“”]|\.(?=\s|$)"
    ),
    continues_role=re.compile(rf"\s*(?:and{SPACE})?[{UPPER}][\w-]*(?:{SPACE}(?:and|of|for|the|&|[{UPPER}][\w-]*))*\s*"),
    before_name=re.compile(
        rf"(?:(?:[{UPPER}][\w-]*(?:[’']s)?){SPACE})*(?<![\w-])(?:{EN_OFFICES})(?:(?:[’']s)?{SPACE}(?:(?:of|for|to|in|"
        rf"and|the|on|at){SPACE}){{0,2}}"
        rf"(?:[{UPPER}][\w-]*)(?:[’']s)?(?:{SPACE}\([{UPPER}]+\))?)*\s*,?\s*(?:the\s+)?$"
    ),
    possessive=re.compile(r"(?P<organisation>[^,]{2,60}?)[’']s (?P<office>.+)"),
    of=re.compile(r"(?P<office>.{3,60}?) (?:of|at|from) (?:the )?(?P<organisation>.+)"),
)
