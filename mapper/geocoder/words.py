"""English words that are seldom or never meant as places, though some village bears them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CALENDAR: Final = _words("""
    afternoon annual apr april aug august autumn daily day dec december evening fall feb february fri friday
    fridays hour jan january jul july jun june mar may midnight minute mon monday mondays month monthly
    morning night noon nov november oct october saturday saturdays second sep sept september spring summer
    sunday sundays thu thur thurs thursday thursdays today tomorrow tonight tue tues tuesday tuesdays wed
    wednesday wednesdays week weekday weekend weekly winter year yesterday
    ashura christmas diwali easter eid halloween hanukkah nowruz passover ramadan thanksgiving
    lunes martes miercoles jueves viernes sabado domingo enero febrero abril junio julio agosto septiembre
    octubre noviembre diciembre hoy ayer manana
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier avril juin juillet aout septembre
    octobre novembre decembre aujourdhui hier demain
    montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar juni juli oktober dezember
    heute gestern morgen
    segunda terca quarta quinta sexta domani oggi ieri lunedi martedi mercoledi giovedi venerdi domenica
""")
"""Of English, and of the languages that most of the world's Latin-script news is written in."""

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
    ministerio ministerium ministre ministro portavoz president presidente
""")

BODIES: Final = _words("""
    apple boeing cia daesh facebook fatah fbi fifa google hamas hezbollah huawei imf interpol isil isis
    microsoft opec pkk reuters samsung shabaab taliban tesla tiktok twitter un unesco unicef unhcr unrwa
""")
"""Firms, agencies and armed groups that news names far more often than the places of their names."""

NEVER: Final = CALENDAR | FUNCTION | TITLES | BODIES
"""Alone these are no place, whatever bears the name."""
LINKING: Final = _words("""
    a air airport al am an and au aux base bay beach bei big bin black blue bridge by cape central channel
    city county da das de del della den der des desert di district do dos du e east eastern el en et federal
    field forest fort great green gulf high hill hills house i ibn im in international island islands
    kingdom la lake land las le les little lo long los lower man mount mountain mountains national new north
    northern o ocean of old on op or park peninsula point port province red region republic river royal s
    saint san santa sea south southern special st state station strait sur the to town ul und united
    university upon upper valley van village von war west western white y zu
""")
"""Ordinary words, and small words of other languages, that many names are made with."""


@cache
def ordinary_words() -> frozenset[str]:
    """Return the ordinary words of English in lower case; the head of their file names the source."""
    text = Path(__file__).with_name("english.txt").read_text(encoding="ascii")
    _, _, words = text[text.rindex("#") :].partition("\n")
    return NEVER | frozenset(words.split())
