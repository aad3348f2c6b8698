"""The word lists of the guards, as alternatives of regular expressions. General knowledge."""

from __future__ import annotations

from typing import Final

SHIPS: Final = (
    "aircraft carrier|battleship|boat|carrier|container ship|corvette|cruiser|cutter|destroyer|dredger|"
    "ferry|freighter|frigate|galleon|gunboat|hydrofoil|icebreaker|landing ship|liner|lifeboat|merchantman|"
    "minehunter|minesweeper|motor yacht|ocean liner|oiler|patrol boat|schooner|ship|sloop|steamer|"
    "steamship|submarine|supertanker|tanker|trawler|troopship|tugboat|vessel|warship|yacht"
)
SETTLEMENTS: Final = (
    "village|town|city|hamlet|settlement|island|islet|reef|shoal|rock|region|area|territory|territories|country|"
    "state|republic|province|district|enclave|exclave|peninsula|place|camp|port|valley|strip|zone|sea|waters"
)
CAPITAL: Final = r"[A-ZÀ-ÞŁŚŠŽ][\w’'-]*"
TITLES: Final = (
    r"Mr|Mrs|Ms|Miss|Mx|Dr|Prof\.|Professor|Sir|Dame|Lord|Lady|Judge|Sen\.|Senator|Rep\.|Gov\.|Gen\.|Col\.|"
    r"Colonel|Capt\.|Lt|Sgt|Maj\.|Rev|Coach|Sheikh|Detective|Inspector|Cllr|Mme|Herr"
)
MORE_TITLES: Final = (
    "Doctor|Justice|General|Captain|Lieutenant|Sergeant|Major|Reverend|Father|Officer|Chef|Uncle|Aunt|"
    "Councillor|Saint"
)
WORKS: Final = (
    "album|anthem|aria|ballad|ballet|comedy|film|hymn|memoir|movie|musical|novel|novella|opera|painting|"
    "poem|sitcom|song|thriller|video game|board game|card game|computer game|documentary|miniseries|"
    "podcast|symphony|trilogy|[Tt]he play|new play|[’']s play"
)
PEOPLE: Final = (
    "actor|actress|artist|author|boxer|chef|coach|comedian|cricketer|dancer|defender|designer|director|"
    "doctor|driver|footballer|forward|goalkeeper|golfer|guitarist|journalist|judge|lawyer|midfielder|"
    "musician|novelist|painter|pianist|pitcher|player|poet|producer|professor|quarterback|singer|sprinter|"
    "striker|student|swimmer|teacher|violinist|winger|writer|justice"
)
STATES: Final = (
    r"Ala\.|Alabama|Alaska|Ariz\.|Arizona|Ark\.|Arkansas|Calif\.|California|Colo\.|Colorado|Conn\.|"
    r"Connecticut|Del\.|Delaware|Fla\.|Florida|Ga\.|Hawaii|Idaho|Ill\.|Illinois|Ind\.|Indiana|Iowa|Kan\.|"
    r"Kansas|Ky\.|Kentucky|La\.|Louisiana|Maine|Md\.|Maryland|Mass\.|Massachusetts|Mich\.|Michigan|Minn\.|"
    r"Minnesota|Miss\.|Mississippi|Mo\.|Missouri|Mont\.|Montana|Neb\.|Nebraska|Nev\.|Nevada|N\.H\.|"
    r"New Hampshire|N\.J\.|New Jersey|N\.M\.|New Mexico|N\.Y\.|N\.C\.|North Carolina|N\.D\.|North Dakota|"
    r"Ohio|Okla\.|Oklahoma|Ore\.|Oregon|Pa\.|Pennsylvania|R\.I\.|Rhode Island|S\.C\.|South Carolina|S\.D\.|"
    r"South Dakota|Tenn\.|Tennessee|Texas|Utah|Vt\.|Vermont|Va\.|Virginia|W\.Va\.|West Virginia|Wis\.|"
    r"Wisconsin|Wyo\.|Wyoming|Alberta|British Columbia|B\.C\.|Manitoba|New Brunswick|Newfoundland|"
    r"Nova Scotia|Ontario|Ont\.|Saskatchewan|New South Wales|NSW|Queensland|South Australia|Tasmania|"
    r"Western Australia|British Virgin Islands"
)
MORE_STATES: Final = (
    r"A[LRZ]|C[AOT]|DE|FL|GA|I[ALN]|K[SY]|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|"
    r"W[AIVY]|Wash\.|Washington|New York|Georgia|Victoria|Quebec|Prince Edward Island"
)
COUNTRIES: Final = (
    "Albania|Algeria|Angola|Argentina|Australia|Austria|Bahamas|Bangladesh|Belgium|Bolivia|Brazil|Bulgaria|"
    "Cambodia|Cameroon|Canada|Chile|China|Colombia|Congo|Costa Rica|Croatia|Cuba|Czech Republic|Denmark|"
    "Ecuador|Egypt|El Salvador|England|Ethiopia|Finland|France|Germany|Ghana|Greece|Guatemala|Guyana|Haiti|"
    "Honduras|Hungary|India|Indonesia|Iran|Iraq|Ireland|Italy|Jamaica|Japan|Jordan|Kenya|Lebanon|Liberia|"
    "Libya|Malaysia|Mali|Malta|Mexico|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|New Zealand|"
    "Nicaragua|Nigeria|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Romania|"
    "Russia|Scotland|Senegal|Serbia|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|Spain|"
    "Sudan|Sweden|Switzerland|Syria|Tanzania|Thailand|Tobago|Tunisia|Turkey|Uganda|Ukraine|Uruguay|"
    "Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|Isle of Man|Northern Ireland|Hong Kong|Fife|Kent|Surrey|"
    "Yorkshire|North Yorkshire|Oise|Cheshire|Lancashire|Dhaka|Zhejiang|Guangdong|Guangzhou|Laguna|Perak|"
    "Toronto|London|Quezon City"
)


GENERIC: Final = (
    "Abbey|Accords?|Airport|Archipelago|Authority|Bay|Bridge|Camp|Canal|Castle|Cathedral|Church|City|Coast|"
    "Council|Declaration|District|Dam|East|Friday|Gate|Governor|Governorate|Group|Harbour|Heights|Hills?|"
    "Hospital|House|Islands?|Islets?|January|February|March|April|May|June|July|August|September|October|"
    "November|December|Mayor|Memorial|Monday|Mosque|Mountains?|Municipality|Museum|North|Oasis|Old|Pass|"
    "Park|Peninsula|Plain|Plateau|Plus|Police|Port|Province|Provincial|Reef|Refugee|Region|Ridge|River|"
    "Rocks?|Saturday|Sector|Shoals?|South|Square|Station|Strip|Sunday|Thursday|Tuesday|University|Valley|"
    "Wednesday|West|Zone"
)
