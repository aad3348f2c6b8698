"""English words that are seldom or never meant as places, though some village bears them.

From general knowledge of English and of what news is full of; no list was copied.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDAR: Final = _words("""
    afternoon annual apr april aug august autumn daily day dec december evening fall feb february fri friday
    fridays hour jan january jul july jun june mar may midnight minute mon monday mondays month monthly
    morning night noon nov november oct october saturday saturdays second sep sept september spring summer
    sunday sundays thu thur thurs thursday thursdays today tomorrow tonight tue tues tuesday tuesdays wed
    wednesday wednesdays week weekday weekend weekly winter year yesterday
""")

FUNCTION: Final = _words("""
    a about above after again against all already also although always am among amongst an and another any
    anybody anyone anything are as at be because been before being below between both but by can could
    despite did do does doing done down during each else etc even ever every everyone everything few for
    from further had has have having he hello her here hers herself him himself his how however i if in into
    is it its itself just let maybe me might mine more most must my myself never no nobody none nor not
    nothing now of off often oh ok okay on once only or other ought our ours ourselves out over own per
    perhaps please quite rather same shall she should since so some somebody someone something soon still
    such than thanks that the their theirs them themselves then there therefore these they this those though
    through thus to too toward towards under unless until up upon very via was we were what when where which
    while who whom whose why will with within without would yes yet you your yours yourself
""")

TITLES: Final = _words("""
    admiral ambassador archbishop attorney ayatollah bishop brigadier captain cardinal chair chairman
    chairwoman chancellor chief colonel commander commodore congressman congresswoman constable corporal
    councillor deputy director dr emir emperor envoy general governor imam inspector judge justice king
    lawyer leader leaders lieutenant madam major marshal mayor minister ministers miss mr mrs ms officer
    official officials pope premier president prince princess prof professor queen rabbi representative
    secretary senator sergeant sheikh sheriff sir spokesman spokesperson spokeswoman sultan vice
""")

COMMON: Final = _words("""
    accident according accused added adds agencies agency ago agreed agreement aid air aircraft airport
    almost amet amid animal animals announce announced answer answers army arrested art article ask asked
    asks attack attacks authorities authority bad bag bank banks base bases battalion battle beach became
    become becomes began begin begins begun believe believed best better big bill billion bird black blast
    blue boat boats bomb bombing bombs book border borders bottle bought box boy bridge brigade bring brings
    brother brought brown budget build building buildings builds built bureau bus business buy cabinet call
    called calls came camp campaign camps canceled cancelled candidate capital car carrier case cases cat
    ceasefire central chair champion championship change changes chief child children church cities citizens
    city clash clashes climate closed coach coal coalition cold college color colour come comes coming
    commission committee companies company computer confirmed conflict congress continue continued continues
    cool cost costs council countries country court courts crash create created crime crisis crowd culture
    cup current cut cuts dangerous dark data daughter days dead deal death deaths decrease defeat defence
    defense delayed democracy demonstration denied department difficult disaster disease division doctor dog
    dollar dollars dolor domestic door double drill drills drone drones drop drought drug drugs earlier
    early earth earthquake east eastern easy economic economies economy education election elections email
    embargo empty end energy enough entire environment euro euros example exercise exercises expect expected
    expects explosion fact factory facts fallen false families family farm father federal fell field fight
    fighters figure film finally find finds fire fires firm firms first fish fleet flood floods floor
    following food force forces foreign forest form former found free freedom friend full game garden gas
    gave get gets girl give given gives global globe go goal goes going gold gone good got government
    governments grain gray great green grey group groups growth gun guns half happen happened happens hard
    health heat held helicopter hello high hill history hold holds home horse hospital hospitality hospitals
    hostage hostages hot hotel house hundred husband ice idea image important include included includes
    including increase industry injured insurgents intelligence international internet interview ipsum
    island issue issues job jobs joint journalist keep keeps kept key kill killed kills knew know known
    knows lake land language large last late later law laws lead leads league least leave leaves led left
    less letter level levels life light likely line lines list little live lived lives local long lorem loss
    low made main major majority make makes making man many map market markets match media medicine meet
    meeting meets men met migrant migrants militants military militia million ministries ministry minor
    minutes missile missiles missing mission missions money months moon mosque mother mountain move moved
    moves movie much murder music name names nation national nations navy nearly network new news newspaper
    next none north northern nuclear null number numbers nurse ocean office oil old open operation
    operations opposition order pact page pandemic park parliament part parties parts party pass passed
    patient patients peace people percent person phone photo place places plan plane planes planned plans
    plate player players point points police policy poll polls poor port possible postponed pound pounds
    power press previous price prices prime prison prisoner prisoners problem problems program programme
    project protest protesters protests province public put puts quake question questions quickly radio raid
    raids rain raise raised rally ran random rate rates reach reached reaches real really reason reasons
    rebel rebels recent recently red reform refugee refugees regiment region regions rejected relief
    religion remain remained remains report reporter reporters reports research residents result results
    rich right rights riot rise river road rocket rockets room royal run runs safe said sample sanctions
    satellite saw say saying says scene scheduled school schools science score sea season second security
    see seen sees sell senate send sends senior sent service services set sets several shadow shape ship
    ships short show side signed silver single sister size sky slowly small snow soft software sold soldier
    soldiers son sound south southern space special speed squadron star start state statement states station
    stock stocks stop stopped stops storm storms story street strike strikes strong student students study
    submarine submarines suddenly suggest suggested summit sun system table take taken takes taking talks
    tank tanks target targets tax taxes teacher team teams technology television tell tells temple tension
    tensions terrorists test testing think thinks third thought thousand threat threats time times told took
    tour town trade train treaty tree trial trillion trip troops truce truck true tsunami undefined
    understand understood unit united units university unknown unlikely us use used uses using vaccine
    valley value vessel vessels victim victims victory video view village villagers virus visit voice vote
    voter voters votes wall war warning wars water way ways weak weapon weapons weather website weeks weight
    well went west western wheat white whole wife win wind window woman women won word words work worker
    workers world worse worst wounded write writes written wrong wrote years yellow yen young yuan
""")

NEVER: Final = CALENDAR | FUNCTION | TITLES
"""Alone these are no place, whatever bears the name."""
ORDINARY: Final = NEVER | COMMON
"""Alone these are a place only if a well-known one bears the name."""

LINKING: Final = _words("""
    a air airport al am an and au aux base bay beach bei big bin black blue bridge by cape central channel
    city county da das de del della den der des desert di district do dos du e east eastern el en et federal
    field forest fort great green gulf high hill hills house i ibn im in international island islands
    kingdom la lake land las le les little lo long los lower man mount mountain mountains national new north
    northern o ocean of old on op or park peninsula point port province red region republic river royal s
    saint san santa sea south southern special st state station strait sur the to town ul und united
    university upon upper valley van village von war west western white y zu
""")
"""Words of ORDINARY, and small words of other languages, that many names are made with."""
