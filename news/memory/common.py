"""The trigrams that stand in most sentences of our stories, the most frequent ones first.

Counted once in the Arabic, English and French texts that came with icesco. It need not be true, only the same for
ever: the order of trigrams is built on it (see keys.py), so a change makes every stored key wrong
(`manage.py rebuild_memory --anew`).
"""

# A blank is written _; no trigram holds a real one.
TABLE = """
__ا _ال __t __d __l __a _de _th the __i __e __s __o he_ __و __p __م __c es_ الا de_ __w __ت _an __ب _in ion _la _le
nd_ on_ _et le_ and _of يه_ la_ tio ati ed_ of_ __ف _l_ nt_ الم __ل __f __r in_ et_ te_ ent que __m __b _a_ في_ _pa
ue_ __h ng_ _co re_ _to _في ing __u les _un ها_ _وا al_ ne_ __n ns_ to_ des الت or_ _re ice __q _qu ur_ __ي ces co_
__ع _au ات_ at_ لي_ er_ esc sco ان_ __v وال res _ic _en _pr une ce_ ite it_ _fo for eur __ر _st _so ons ts_ _من من_
ect par الي _se lle is_ _it _on _d_ tre __g _wh ess علي يسي us_ ايس سكو سيس كو_ يسك _he اء_ لاي con an_ tor _ce un_
الد en_ __ك _با ما_ hat pro __ن _di _du ont ssi ره_ _s_ ate ge_ ous مه_ ers nce ans tra th_ الع ين_ our ار_ _po du_
son _wi _is int ive nte _ان cti _no au_ il_ ير_ art ter _wo rs_ ell sta _be nal فه_ ith _si _tr iqu tha ien pre her
ve_ بال ial tur wor est se_ لا_ _ch _da ure _al _dr _عل _لل ون_ _sa dan teu _ex enc era ead ona com ire men _or age
wit __ق ait ale nes nne ry_ __y as_ ies om_ ام_ pou sit _me str رسم act ar_ eme me_ ral cat cia per _ما _ar _il ang
دي_ tiv __خ __ه لاخ _at _ed cul gen ic_ ver _vo onn ui_ __س _رس اخب بار _cu _ma duc _te ant _by _we by_ ted الس الن
ربي له_ نه_ _yo edu ld_ ult you __j _av _pe ses ux_ الح ده_ وم_ ine mme ues ali ch_ ct_ eve iti ner uca __د الر خبا
its ltu rea _es qui rep sin _ne ide tat __ح __ص لمن aut cte st_ tes ay_ omm ran ty_ _عن الل لك_ _ha ani sla cha rti
oun rat rom __ج __غ اعي دول لدو لعا ور_ gue isa nou ntr cto ene ere rec _ou _su _vi urs _ول الث الو ذا_ ول_ _ca fic
nat ten جان كم_ نا_ his air cie nis ren __k _mo are sio ust _تع _مع تها حه_ لتع _ge ll_ tin _ci eta ie_ ier ond pas
rai red tic vou الذ رفه لم_ _fr gra ici out rie rt_ ee_ ou_ sat sse uit _ab _sc isi lat ork _مت _هذ _وم ال_ الخ لاص
_as dra ist _ec che ez_ lan _تر _غر _لا _وت _يو ريي غرف نظم نيه يوم _ho ds_ org thi ura _el leu pos sur uve gan hea
jan rga sto _او بر_ بين ترج تعل رجم سم_ عام لتر ميه ولي _na _wa ber exp fro lik new ort ow_ raw anc ise rad sie ace
all der een ern ls_ ly_ mbe ms_ not ogr por sed thr tri tte _اخ _مو ته_ تي_ ثقا قاف لمو مع_ نها يع_ يم_ _ac _li ais
aux bre ees ill nse sou vis emb mmi ope __ش اره اري الص جمه لمد ليه منظ يات ييس _ra ave ens ert ign ngu ouv rte tel
eac ini iza log ove roo uar wha ame jec lic mal ome ore rin ut_ wn_ _اي _تج _كل برا به_ بيه خبر سه_ ظمه كه_ لام ولا
يدي adu aid ete sen _az ad_ aij aze bai del erb ese ija ity oci rba soc ss_ zat zer __2 _اس _بي _ري _وف الك تجر ريد
صفح عي_ كتب كتو لسي مته يس_ _fa _fi dac dja eda ele lig mem pag cou dir oje rit roj sti ves alm ik_ ina ivi lma one
sid _do _n_ ats cle ecr esi mbr si_ utr __ذ اله تعا تور جري دكت قع_ لاع لتي لثق لدك لدي لها مال مدي هذا وا_ يا_ يد_
_20 _hi 202 gua han lea nde nge nin ori oth ram rk_ rna rog _ve ble den dre gne icl roi ser tou tro uct __ث الج الف
انه سيه لما وره يجا يره _sh _tu ach dr_ has hic kin lin nsl pla sec so_ tec uag uni vel ain elo mor ple ste tie tif
whi win _ap app cri fai idj iss rel rme uel _اذ _بر 025 25_ اذر اع_ الب الش بيج جتم دير ذرب رات ري_ سمت شار فحه فيه
كل_ لاج مل_ موق وقع يف_ _ad ade ami coo day ews hen how ich ifi ir_ itt mic nit oom und _y_ abs bst dui ige ins lie
lis oin rab _bu cre ega eir gat hei ili nts ose sro wsr _بل _مح _مس ضاء عن_ عيه غه_ لاث ليم نسي ونس be_ bet bli dev
end gin igi leg niz oop ot_ rac rou amm aqu ava ec_ eli etr ext mar ois qu_ rso tai uti vec xte __ز _تن _تو _دو _لد
_مر امج امي اني تما ذكا ذكر ذلك ذي_ سيد عمل كاء لتن لذك للا للج مشا ناع وان وع_ ded eet eld hin ia_ lac lop man mit
sci ass el_ ett mer mes mon orm pri pub san ubl _gi _im ind lli nti off olo ree whe who _ام _به _تق _مق اخر اصط اعض
رض_ صطن طنا عد_ عرض عضا كان لقا لمش لمع مج_ نص_ _pl cet dit eil erv mat ndi omi peu pon ssa tex ute _mi ado ary din
eat ffi igh mee mis qua sho wee wer _ذل _فا _كا _مش اصل اط_ افه الق اون تب_ ترا ذه_ رام طاع عاو قد_ قطا لاب لجا لجن
للغ مسا مي_ يده _ev add ari chn dis ech epu ght id_ imp inc isl lam min orl ory oug pea rld cor epo lai os_ oye ppe
rig ris vez als cal ear eti etw ey_ iat ita ke_ ong tal tee tun twe unc we_ xpe _تت _صف _لم _وق اجت اذا اي_ اير باط
ثلا جال جنه سلا صور كر_ لتو لصف لغه ليو مات ماع مست يار _cr _lo _pu bat don ege eun eux jet nom nta onc reu rop sa_
sei vil _ta abo awn cts dia eri hel hey mad ote ppo rma ual __1 _fu _mu ams ard awi can cco civ ges hre lit nno ny_
ov_ roc rts tia ugh _بن _نص _وي احد ادي او_ بدا ترب دور را_ ريه سال شرو طه_ لات لاس لال لان لخب لعل لمج ليك مان موا
هذه هم_ وار وطن وفي وما يكم ينا acc ara eco exi haq iel lem mai ndr omp osi ra_ sal sig use ven vri _ai _bo _cl _wr
ake eth fer gh_ hip hno nol ook rds ron shi sup upp was web wri _بع _بم _تح _خب _كت _ور _يت ابد امه بعد بل_ حمد خري
درا راء راي ربا رق_ ركه زيا ضار طني عه_ قاء قبل قر_ قرا لبر لذي لرب لمت لوط لوم ليا محم مد_ مرا مقر موس ني_ وري ومن
وه_ يل_ _fe _jo _m_ _ro adr cel dep env epr fon ger ieu ima jou liq nai ric see van _am _gr _ju _ot alo ann bou bsi
dy_ ebs eng fie har ho_ hro ned occ ool op_ opm ora oro pme rov sai sia som tea _em _ke abl cho clo eed liz nam nci
nda own tak tho _af _lu aba aro bas ela enn eus fil gie ieg jeu lus miq ole opp otr rap ret rre sui tan tit vit voi
_تد _ثم _را _سا _فب _قط _وب اد_ ارس ارك است اعد افي انت انج اول ايه بان تصا تغي حضا داع رب_ روع عال علم علو غات غرب
غير فات قوا لحض لشر لغا للم لمس لمغ مر_ مشر مغر نوا ورا وف_ وله ولو وون ويه يان _pi adq any ays clu dat dqu eas eop
ew_ gir ian ica ied if_ irl ks_ lso mot nab ncl oli onf opl oti peo ps_ rd_ rks rsh tar too um_ unt ys_ _je aff ail
cen ci_ col deu di_ eut hef mag mpl ndu nee nie oc_ oir oit oma oul pui rav rge rim tiq uis ule vai vic vie xis xpo
_اب _اح _جا _خط _لك _مك _يح اب_ ابه اث_ اج_ ادو اسا اسل اما بها تون حول دار دين راك رنا روا رون سات شرا صه_ فبر قه_
لار لتق لفا لنا لنص لوا مبا معر منه مين وات واح واع ود_ وزي وسس وقد يست _ba _go dov ely gy_ hes hoo hou ht_ ibi ize
llo los low may met nsw ovi pan pec rls rtn sch sda she spe swe tne way wil _br _ea _mr _ti _us ai_ asi bru cus cy_
ebr em_ emp ery esd feb hai hav hem hop hos inn ip_ irs ked ksh mr_ nch ogu ogy omo ord rev rki rua spo tag uri _ag
atr auc cun diq ena enu erc evo hie ils lon nco nem nst ogi orr pat pay rem rsi seu tis ume _اش _تس _تص _خل _دع _زي
_صو _عب _قد _لغ _مج _نا _نس _وع _ون _يق _يك ابط اح_ ارا ارب اه_ بن_ بير تاح ثه_ جلس حد_ حكو خطو ديا ربع ريع ستق سوا
صل_ عاي عدا فد_ فق_ كوم لاد لثل لسل لعم للت لمي متا مهو نسك هور واق وط_ وفد ومي يون _ka _op _sp _tw ala arl att cut
dar ddr do_ dus ecu eni exe im_ irm isc ish jus led lls lue med mpo na_ no_ nov pen say sel try two uld vid wo_ xec
xt_ _ja ana arg avi cer eau edi els ema ero eul evr fev ffe gna imo ix_ lar lim lor lui moi nos nvi plu reg riq rri
rta rvi uss voy __ض __ط _اث _اد _اص _اف _اق _تش _جد _جه _رو _شا _عر _فر _قب _قي _لت _لق _نف _هن _وج _وض _وو _يج _يس
ابر اته اجه احت اس_ اسم اسه اسي باد بط_ بلد تدا ترك تم_ تمر تمو تنا تنف تنم تنو ثر_ جمي جه_ حتض حما خدم خلا دد_ درس
دعم دم_ دها راس رته رها ريق زير ساب سان سمي شه_ شوو صحي عبر عرف عقد عها فر_ فيذ قام قدم كله كيف لاز لتح لجم لحك لدا
لري لشو لفر للق لوج لون مجا منا منت موت نت_ نفي هو_ واذ وتم وجد ورش ونه وي_ ياد يق_ يمي _if _up amb ask ato bod bur
cil cip dor egi evi fir fou gre gs_ ime mba nsi ody plo ria rm_ rot rth ude urk usi vir war xpl _bi _mm _nu abe aie
chi cit ef_ erm err esp euv ffa ler mbl mie mmu mun nel nue opo oqu ors riv rle rve sad sem squ uan ucu uto vot vre
_ru _ye abi am_ arc aus bil bit bui dig eal ean ece exh hed hib iou ipa joi lud nfe oes ok_ oll ony oss ova pic put
ros rtu scu sha suc teg uil ung up_ uth utu vat wed xhi zed _اج _ار _بق _تط _تغ _حي _دا _سو _سي _صا _قا _مب _وز _وه
_يع _ين ابت اتص اتي ارت ارج ازر اضي افت افق انا انب انش ايض باب بات بتك بتم برن بري بلغ بما بوي تتا تحف تدي تست تضن
تطو تطي تعم تقا تقر تقن تكم تمع تهم توا تيا ثم_ جزه جم_ حدث حف_ حفظ حوا خار خبي ختا دت_ در_ دوا دوف دون ديه راب رت_
رس_ رقم ريف زرق زه_ ستط سسه سع_ سفي سها سي_ شبا شتر صال ضا_ ضنه طوط طيع عا_ عات عده عرب عم_ عما عند عنه عنو عيد فاي
فير قال قدر قني قيم كات كار كال كن_ لاذ لاق لحم لحو لخا لرس لرق لس_ لكل لكم لمح لمه لنم ماي مجل مسو مشت معا معل مله
ملو ميع نام ناي نتد ندس نسا نشط نمس نمي نين هند واب واج واس وتو وجي ويا وين ياس يته يش_ يضا يها يير _id _ki _ov _va
ark bri car ced coe div doe ep_ git gro ham hor icu ild ink kee mma mph mus ngs nme oex oke owe pha pra rli rol row
set sk_ sus tem tog tue vin _bl _ni _t_ aix alu aph arr cai cee cem cla cue dec dem dom dou epa eto fe_ fin gee iso
itr itu nar nau nen num nvo oru pai pem rde ril rne rum sag soi uer val voq yen _17 _بج _بد _بو _تك _ثق _جم _حو _ذك
_سف _صح _ضم _طر _كم _كي _لش _له _مد _مل _نع _هو _ود _وس _وص _وك _يم 17_ اثن اثه اجا احب ادا ادر اده اسو اعا اعم اف_
اقع اقو اكا الز انس اور ايا ايب ايش بحث برو بعي بلا بي_ بيا تار تال تام تحد تذك تشا تعر تقب تقد تكا تكن تين ثما ثني
جاب جد_ جدي جما جها جو_ جيا حث_ حده خطا دا_ دال دام دث_ دسي دما دمه ديد راث راف رجو رد_ رسه رشه ركز رنس ريا ريل زيه
سا_ سلو سوو سيا شاب شمل صحح صله صنا صيه ضر_ طلب طلق ظم_ غيي فتي فرن فظ_ فل_ فهو قمي قيا كز_ كما كنو لاح لب_ لتا لتك
لحا لد_ لسا لصن لعر لغت لمر لوي لين مار ماس متر مجت محت مدر مرك مكا ملك مها موي ناء نجز ند_ نرج نس_ نشر نفس نوع نول
هي_ واك وبي وز_ وس_ وول وير يب_ يج_ يحت يذ_ يذي يزي يقا يما يمه يني ييا _eq _ga _hu _ia _ri agi aur avo avr bes bor
ccu cs_ dur eff egl elu epl equ ets eu_ eva fau fig fra gal gar gle gou gur hui igu ivr lec lee len mod moy nan nca
nfo ni_ nna nqu nsu omb oua pe_ pes phe phi rce scr sez sso ssu tac tud uei uiv von yez _عا امن anq eci esu gem hni
iet ile isp loi lun mpa niq nsa ode odu oni ono pel pli ppa ppr rcs rif rod tut uee uha ul_ una uns uvo
"""
COMMON = [trigram.replace("_", " ") for trigram in TABLE.split()]
