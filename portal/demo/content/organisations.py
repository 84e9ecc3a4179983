"""Organisations that exist, as the letters of the ministry describe them, and nothing more than that.

Their pages carry the line that says contact details are invented; those stand at example.org.
"""

from people.models import Organisation
from portal.demo.people import organisation as invented_organisation

# slug, name, website (only where a letter gives it), Dutch, English
ORGANISATIONS: list[tuple[str, str, str, str, str]] = [
    (
        "stem-op-een-vrouw",
        "Stem op een Vrouw",
        "https://www.stemopeenvrouw.com",
        "Stem op een Vrouw heeft een mentornetwerk. Vrouwen die de politiek in willen, krijgen een ervaren "
        "vrouwelijke politicus naast zich. De stichting heeft ook een training voor vrouwen met een politiek ambt. "
        "Die gaat over omgaan met agressie en intimidatie.",
        "Stem op een Vrouw runs a mentor network. Women who want to enter politics are paired with an experienced "
        "woman in politics. The foundation also has a training for women in office. It is about dealing with "
        "aggression and intimidation.",
    ),
    (
        "alliantie-politica",
        "Alliantie Politica",
        "https://www.politica.nl",
        "Vier organisaties werken samen voor meer vrouwen in de politiek. Het zijn WO=MEN, Stem op een Vrouw, "
        "de Nederlandse Vrouwen Raad en Emancipator. Zij geven mentorschap en training. "
        "Ook zijn er bijeenkomsten, zoals Prinsessendag. "
        "Stem op een Vrouw leidt een werkgroep met landelijke partijen. "
        "Die wil een veilige werkplek waar iedereen erbij hoort. "
        "Het ministerie van OCW steunt de alliantie.",
        "Four organisations work together for more women in politics. They are WO=MEN, Stem op een Vrouw, "
        "the Nederlandse Vrouwen Raad and Emancipator. They offer mentoring and training. "
        "There are events too, such as Prinsessendag. Stem op een Vrouw leads a working group of national parties. "
        "It wants a workplace that is safe and inclusive. The Ministry of Education supports the alliance.",
    ),
    (
        "zorgbelang-inclusief",
        "Zorgbelang Inclusief",
        "",
        "Zorgbelang Inclusief organiseert het project Politiek Actief met een beperking. Twintig mensen met een "
        "fysieke beperking worden begeleid bij hun politieke plannen. Enkele eerdere deelnemers kwamen op een "
        "kandidatenlijst. Wie eerder meedeed, verzamelt kennis over wat mensen tegenhoudt. "
        "Het ministerie van BZK geeft subsidie.",
        "Zorgbelang Inclusief organises the project Politiek Actief met een beperking. Twenty people with a "
        "physical disability are guided in their political plans. Some earlier participants reached a candidate "
        "list. Those who took part before gather knowledge of what holds people back. "
        "The Ministry of the Interior subsidises it.",
    ),
    (
        "prodemos",
        "ProDemos",
        "",
        "ProDemos geeft bij gemeenten de cursus Politiek Actief. Voor Politiek Actief met een beperking maakt "
        "ProDemos activiteiten op maat.",
        "ProDemos gives the course Politiek Actief at municipalities. For Politiek Actief met een beperking, "
        "ProDemos makes tailored activities.",
    ),
    (
        "stichting-voor-democratie",
        "Stichting Voor Democratie",
        "https://www.stichtingvoordemocratie.nl",
        "Stichting Voor Democratie ontwikkelt kraamkamers: plekken voor jong politiek talent met een praktische "
        "opleiding. Het is een proef, met subsidie van het ministerie van BZK.",
        "Stichting Voor Democratie develops nurseries for young political talent with a practical education. "
        "It is a pilot, subsidised by the Ministry of the Interior.",
    ),
    (
        "lfb",
        "LFB",
        "",
        "Bij LFB komen mensen met een licht verstandelijke beperking op voor zichzelf. "
        "Het ministerie praat met LFB. Het gaat erover hoe zij beter mee kunnen doen in de politiek.",
        "At LFB, people with a mild intellectual disability stand up for themselves. "
        "The ministry talks with LFB. It is about how they can take part in politics more.",
    ),
    (
        "genootschap-van-burgemeesters",
        "Nederlands Genootschap van Burgemeesters",
        "",
        "Het genootschap heeft een oriëntatieprogramma voor mensen die burgemeester willen worden. Het gaat in "
        "fasen. Vanaf 2026 komt er meer nadruk op. Er is aandacht voor mensen van buiten het bestuur.",
        "The association has an orientation programme for people who want to become a mayor. It goes in phases. "
        "From 2026 it gets more emphasis. There is attention for people from outside public administration.",
    ),
    (
        "wethoudersvereniging",
        "Wethoudersvereniging",
        "",
        "De vereniging van wethouders. Zij mag subsidie gebruiken voor oriëntatieprogramma’s.",
        "The association of aldermen. It may use a grant for orientation programmes.",
    ),
    (
        "college-voor-de-rechten-van-de-mens",
        "College voor de Rechten van de Mens",
        "",
        "Het College ontwikkelde de training Selecteren zonder vooroordelen. Die is voor politieke partijen en voor "
        "vertrouwenscommissies. In 2026 biedt het ministerie van BZK de training tien keer aan. "
        "Dat is voor mensen die een gemeentebestuur vormen.",
        "The Institute developed the training Selecteren zonder vooroordelen (selecting without bias). It is for "
        "political parties and for selection committees. In 2026 the Ministry of the Interior offers it ten times. "
        "That is for people who form a municipal executive.",
    ),
    (
        "kennispunt-lokale-politieke-partijen",
        "Kennispunt Lokale Politieke Partijen",
        "",
        "Het Kennispunt helpt lokale partijen met kennis en training. In 2020 gaf het 77 trainingen, aan mensen "
        "van 270 partijen. Zij gaven gemiddeld een 8.",
        "The Kennispunt helps local parties with knowledge and training. In 2020 it gave 77 trainings, to people "
        "of 270 parties. They rated them 8 out of 10 on average.",
    ),
]


def lay_organisations() -> dict[str, Organisation]:
    """By slug, with the invented one; those that are there keep their words."""
    invented = invented_organisation()
    return {invented.slug: invented} | {
        slug: Organisation.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name,
                "about": about,
                "about_en": about_en,
                "website": website,
                "mail_address": f"post@{slug}.example.org",
                "is_example": True,
            },
        )[0]
        for slug, name, website, about, about_en in ORGANISATIONS
    }
