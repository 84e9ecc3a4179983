"""What people say yes to, by purpose: Dutch and English. A changed text becomes a new version, never an edit."""

from mentoring.vetting import code

CONSENT_TEXTS: dict[str, tuple[str, str]] = {
    "code_of_conduct": (code.FIRST, code.FIRST_EN),
    "power_check": (
        "Wij bewaren je antwoord versleuteld. De ander en de organisatie zien het nooit. "
        "Geven jullie allebei antwoord? Dan kijken wij of het kan botsen. "
        "Kan het botsen? Dan lezen jullie en de organisatie: mogelijk belangenconflict, spreek het door. "
        "Vertelde je ons dat je op een lijst staat? Dan telt dat mee. "
        "Je kunt dit altijd intrekken. Dan wissen wij je antwoord meteen.",
        "We store your answer encrypted. The other and the organisation never see it. "
        "Do you both answer? Then we look whether it could clash. "
        "Could it clash? Then you both and the organisation read: possible conflict of interest, talk about it. "
        "Did you tell us that you are on a list? Then that counts too. "
        "You can always withdraw this. We then delete your answer at once.",
    ),
    "application_reveals": (
        "Meedoen aan dit programma kan iets zeggen over je gezondheid of je afkomst. "
        "De organisatie ziet dat jij je aanmeldt. Zij gebruikt dit alleen voor dit programma. "
        "De naam van het programma staat nooit in een mail aan jou. "
        "Je kunt je toestemming op elk moment intrekken. Dan stopt je aanmelding en wissen wij die.",
        "Taking part in this programme can say something about your health or your origin. "
        "The organisation sees that you apply. It uses this for this programme only. "
        "The name of the programme is never in a mail to you. "
        "You can withdraw your consent at any time. Your application then stops and we delete it.",
    ),
    "call_back_reveals": (
        "Dit programma kan iets zeggen over je gezondheid of je afkomst. "
        "Wij bewaren je nummer alleen om je één keer te bellen. "
        "Alleen de organisatie van dit programma ziet het. "
        "Na het gesprek wissen wij je nummer. Je kunt het eerder zelf wissen.",
        "This programme can say something about your health or your origin. "
        "We keep your number only to call you once. "
        "Only the organisation of this programme sees it. "
        "We delete your number after the call. You can delete it yourself before that.",
    ),
    "interest_reveals": (
        "Dit programma kan iets zeggen over je gezondheid of je afkomst. "
        "Wij bewaren je e-mailadres alleen om je één mail te sturen. "
        "De naam van het programma staat niet in die mail. "
        "Daarna wissen wij je adres. Je kunt het eerder zelf wissen.",
        "This programme can say something about your health or your origin. "
        "We keep your e-mail address only to send you one mail. "
        "The name of the programme is not in that mail. "
        "We then delete your address. You can delete it yourself before that.",
    ),
    "access_needs": (
        "Je vertelt wat je nodig hebt om mee te doen, bijvoorbeeld een tolk. "
        "Alleen de organisatie van deze editie ziet dit. "
        "Wij wissen het 14 dagen na de laatste activiteit. Je kunt het altijd aanpassen of intrekken.",
        "You tell us what you need in order to take part, such as an interpreter. "
        "Only the organisation of this edition sees this. "
        "We delete it 14 days after the last activity. You can always change or withdraw it.",
    ),
    "follow_up_after_election": (
        "Mogen we je na de verkiezing één keer vragen hoe het ging? "
        "Daarvoor bewaren wij dat je meedeed. Dat duurt tot drie maanden na de eerste gewone verkiezing. "
        "Het duurt nooit langer dan vijf jaar. Trek je dit in, dan wissen wij het.",
        "May we ask you once, after the election, how it went? "
        "For this we keep that you took part. It lasts until three months after the first ordinary election. "
        "It never lasts longer than five years. If you withdraw this, we delete it.",
    ),
    "party_data": (
        "Je partij zegt iets over je politieke mening. Daarom vragen wij dit apart. "
        "Wij bewaren je partij versleuteld. Zij staat nooit in lijsten, bestanden of cijfers. "
        "Je kunt dit altijd intrekken. Dan wissen wij je partij meteen.",
        "Your party says something about your political opinion. That is why we ask this separately. "
        "We store your party encrypted. It is never in lists, files or figures. "
        "You can always withdraw this. We then delete your party at once.",
    ),
    "story_published": (
        "Je verhaal komt op deze site, met de naam die jij kiest. Iedereen kan het lezen. "
        "Wij zetten er een tekening bij, geen foto. "
        "Je kunt dit altijd intrekken, met één druk op de knop. "
        "Dan halen wij je verhaal meteen overal weg, ook uit de oude versies. "
        "Wat anderen al bewaarden of overnamen, kunnen wij niet weghalen.",
        "Your story is put on this site, with the name that you choose. Everyone can read it. "
        "We add a drawing, not a photo. "
        "You can always withdraw this, with one press of a button. "
        "We then remove your story everywhere at once, from old versions too. "
        "What others saved or copied before, we cannot remove.",
    ),
    "candidacy": (
        "Wij bewaren voor welk bestuur en welke verkiezing je op een lijst staat. "
        "Je organisatie ziet alleen dat bestuur, je plek en of je gekozen bent. "
        "Je kunt dit altijd intrekken. Dan wissen wij het meteen.",
        "We keep for which body and which election you are on a list. "
        "Your organisation sees only that body, your place and whether you were elected. "
        "You can always withdraw this. We then delete it at once.",
    ),
    "candidacy_entry": (
        "Welke plek van jou is, zegt ook bij welke partij je hoort. Daarom vragen wij dit apart. "
        "Wij bewaren het versleuteld. Je organisatie ziet nooit welke lijst het is. "
        "Je kunt dit altijd intrekken. Dan wissen wij het meteen.",
        "Which place is yours also says which party you belong to. That is why we ask this separately. "
        "We store it encrypted. Your organisation never sees which list it is. "
        "You can always withdraw this. We then delete it at once.",
    ),
    "network": (
        "Anderen in dit netwerk zien de naam en de woorden die jij kiest. "
        "Zij weten dan dat jij bij dit programma hoorde. Bij sommige programma’s zegt dat iets over je "
        "gezondheid of je afkomst. Wij bewaren dit een jaar. Daarna vragen wij of je wilt blijven. "
        "Je kunt dit altijd intrekken, met één druk op de knop. Dan wissen wij het meteen.",
        "Others in this network see the name and the words that you choose. "
        "They then know that you were part of this programme. With some programmes that says something about your "
        "health or your origin. We keep this for a year. We then ask whether you want to stay. "
        "You can always withdraw this, with one press of a button. We then delete it at once.",
    ),
    "barrier_published": (
        "Wat je tegenkwam en wat hielp komt bij Kennis op deze site. Iedereen kan het lezen. "
        "Zonder naam is het anoniem. De naam van het programma staat er nooit bij. "
        "De organisatie leest het eerst, en ziet wie het schreef. "
        "Je kunt dit altijd intrekken, met één druk op de knop. Dan halen wij het meteen overal weg. "
        "Wat anderen al bewaarden of overnamen, kunnen wij niet weghalen.",
        "What you came up against and what helped is put under Knowledge on this site. Everyone can read it. "
        "Without a name it is anonymous. The name of the programme is never added. "
        "The organisation reads it first, and sees who wrote it. "
        "You can always withdraw this, with one press of a button. We then remove it everywhere at once. "
        "What others saved or copied before, we cannot remove.",
    ),
}
