"""The demo in Dutch."""

from __future__ import annotations

from data.demo.story import Asked, Case, Form, Grouped, Idea, Proposed, Settled, Story, Working
from data.model import ConsultationStep, QuestionKind

STORY = Story(
    name="Klankbordgroep talent",
    theme="Talent ontwikkelen op de werkplek",
    purpose="Van elkaar leren hoe je mensen laat groeien in het werk dat ze doen",
    people="""\
An Claes; Ziekenhuis Sint-Fictus; hoofdverpleegkundige; an.claes@sint-fictus.example
An Peeters; Stad Nergenshuizen; coach; an.peeters@nergenshuizen.example
Bram Jacobs; Waterbedrijf Klaterbeek; HR-adviseur; bram.jacobs@klaterbeek.example
Els De Smet; Bakkerij Korst & Kruim; zaakvoerder; els.desmet@korst-en-kruim.example
Fatima El Amrani; Ziekenhuis Sint-Fictus; opleidingscoördinator; fatima.elamrani@sint-fictus.example
Griet Lambrecht; Stad Nergenshuizen; diensthoofd bevolking; griet.lambrecht@nergenshuizen.example
Hugo Maes; Waterbedrijf Klaterbeek; directeur personeel; hugo.maes@klaterbeek.example
Ilse Van den Bossche; Busbedrijf De Laatste Halte; planner; ilse.vandenbossche@laatste-halte.example
Joris Declercq; Drukkerij Zwanenhals; ploegbaas
Kadir Yilmaz; Busbedrijf De Laatste Halte; hoofd opleiding; kadir.yilmaz@laatste-halte.example
Karel Wouters; Stad Nergenshuizen; teamleider groendienst; karel.wouters@nergenshuizen.example
Leen Goossens; Drukkerij Zwanenhals; HR-verantwoordelijke; leen.goossens@zwanenhals.example
Lien Vermeulen; Ziekenhuis Sint-Fictus; teamcoach; lien.vermeulen@sint-fictus.example
Mieke Thijs; Bakkerij Korst & Kruim; winkelverantwoordelijke
Noël Baeten; Waterbedrijf Klaterbeek; ploegverantwoordelijke; noel.baeten@klaterbeek.example""",
    promises=("Ervaringen uitwisselen", "Begeleiding bij eigen cases", "Inzicht van buitenaf"),
    reviving_questions=(
        "Wat zou een nieuwe collega hierop antwoorden?",
        "Wat doen we vandaag al, zonder dat het een naam heeft?",
        "Wat zou er gebeuren als we het omgekeerde deden?",
        "Wie merkt het als eerste wanneer dit lukt?",
        "Wat kan morgen al, zonder extra geld?",
    ),
    prompts=(
        "Waar ben je goed in, en wie weet dat?",
        "Van wie leerde jij het meest op het werk?",
        "Wat wil je over een jaar kunnen?",
        "Welk talent van een collega blijft onbenut?",
        "Wat heb je deze maand uitgeprobeerd?",
    ),
    places=(
        "Stadhuis Nergenshuizen, zaal De Linde",
        "Busbedrijf De Laatste Halte, oude remise",
        "Drukkerij Zwanenhals, boven de persen",
        "Ziekenhuis Sint-Fictus, leslokaal 2",
    ),
    themes=(
        ("Wat is talent?", "De rol van leidinggevenden"),
        ("Wat een leidinggevende kan doen", "Een case uit de eigen ploeg"),
        ("Leren in een gewone werkweek", "Hoe gaan we verder?"),
        ("Talent en competentie, door iemand van buiten", "Wat nemen we mee?"),
    ),
    excuses=("volgt zelf een opleiding", "wachtdienst"),
    round_table=("Wat wil je leren, wat verwacht je, wat breng je mee?", "Wat probeerde je uit sinds vorige keer?"),
    questions=(
        Asked(10, "Waaraan merk ik als teamleider dat iemand iets moet bijleren?", (5, 8)),
        Asked(12, "Hoe krijg ik beweging in een team dat al jaren hetzelfde doet?", (8, 10, 7)),
        Asked(1, "Wie heeft ervaring met coaching rond taken en competenties?", (12,)),
        Asked(2, "Ons competentiebeleid staat er: wat voegt talent daar nog aan toe?", (11, 6)),
        Asked(5, "Hoe houden we de kennis vast van ambtenaren die stilaan met pensioen gaan?"),
        Asked(6, "Hoe zien we vroeg genoeg wie later kan leidinggeven?", (9,)),
        Asked(4, "Hoe beginnen we bij wat iemand kan, en niet bij wat ontbreekt?", (0, 1)),
        Asked(0, "Wat bedoelen we eigenlijk met talent?", (2, 3)),
        Asked(7, "Hoe vind je talent op plaatsen waar niemand kijkt?"),
        Asked(8, "Hoe laat je talent groeien in een kleine ploeg?", (3,)),
        Asked(9, "Waar hoort talentbeleid in de strategie van een organisatie?"),
        Asked(11, "Kan een bedrijfscultuur veranderen, en wie begint daarmee?", (6, 4, 9)),
    ),
    expectations=(
        Asked(3, "Cases uit kleine bedrijven, niet alleen uit grote"),
        Asked(6, "Iets over chefs die hun beste mensen niet laten gaan", (11,)),
        Asked(7, "Elke keer één ding dat ik de dag nadien kan gebruiken", (8, 10)),
    ),
    experiences=(
        Asked(9, "Chauffeurs die elkaar opleiden: wat werkte en wat niet"),
        Asked(2, "Een talentgesprek dat helemaal verkeerd liep"),
    ),
    brainstorm=(
        "Wat kan een leidinggevende doen om medewerkers te laten groeien?",
        "Hoe ziet een gewone werkweek eruit waarin iedereen iets leert?",
    ),
    clusters=(
        Grouped(
            "Houding",
            6,
            (
                Idea("Een fout mag, als je er samen van leert", 1, 2, (4, 5)),
                Idea("Zelf het voorbeeld geven", 2, 0, (5, 4)),
                Idea("Oog hebben voor wie openstaat om te leren", 3),
                Idea("Ook naar jezelf durven kijken", 1),
                Idea("Zeggen wat goed gaat, en eerlijk wat beter kan", 2, 1, (4, 5)),
            ),
        ),
        Grouped(
            "Uitdagen",
            9,
            (
                Idea("Wie iets wil proberen, laten proberen", 1, 0, (5, 4)),
                Idea("Mensen een stap verder duwen dan wat ze gewoon zijn", 3, 1, (3, 5)),
                Idea("Tonen waar iemand sterk in is, en daar meer van vragen", 2),
                Idea("Een opdracht geven die net iets te groot is", 3, 0, (4, 4)),
            ),
        ),
        Grouped(
            "Tijd en middelen",
            4,
            (
                Idea("Leren op de werkplek vast in de planning zetten", 1, 2, (3, 5)),
                Idea("Als chef ook tijd nemen om zelf te leren", 2),
                Idea("Een klein budget dat de ploeg zelf beheert", 3, 0, (2, 4)),
            ),
        ),
        Grouped(
            "Richting geven",
            7,
            (
                Idea("Talent koppelen aan waar de organisatie heen wil", 2, 0, (3, 4)),
                Idea("Ook zeggen wanneer er geen plaats is om door te groeien", 1, 1, (4, 3)),
                Idea("Aan de directie uitleggen wat het opbrengt", 3, 0, (3, 3)),
            ),
        ),
    ),
    ground_rules=(
        "Wie vertelt, krijgt de aandacht van iedereen.",
        "We laten elkaar uitspreken; vragen en meningen komen na het verhaal.",
    ),
    ways_of_working=("We werken met onze eigen cases", "We zijn om de beurt gastheer"),
    shared_goal="Tegen de zomer heeft elk van ons in de eigen ploeg één ding uitgeprobeerd en erover verteld.",
    expert="Roos Verzonnen",
    terms=("talent", "competentie: wat iemand kan, weet en laat zien in het werk"),
    agreements=(
        "Een voorbeeld van een talentgesprek meebrengen; Lien, Hugo; sessie 2",
        "Zaal en koffie regelen in de oude remise; Kadir; een week vooraf",
        "Verslag bezorgen aan iedereen, ook aan wie er niet was; An Peeters; binnen de week",
    ),
    parked=("Software om competenties bij te houden", "Wat vinden de vakbonden van talentbeleid?"),
    forms=(
        Form((8, 8.5, 9), ("herkenbare vragen", "", "iedereen kwam aan bod"), ("talent is meer dan competentie",)),
        Form((7, 8, 8), ("", "boeiend", ""), (), ("feedback geven",), ("coaching",)),
        Form((7.5, 9, 8.5), ("", "veel gehoord van andere sectoren", ""), ("anderen zoeken hetzelfde als ik",)),
        Form((6, 7, 8), ("mag concreter", "", ""), (), ("cases uit kleine bedrijven",)),
        Form((8, 8, None), deepen=("de rol van leidinggevenden",)),
        Form((7, 7.5, 8), learning=("een fout mag, als je ervan leert",), treat=("feedback geven",)),
        Form((9, 9, 9), ("", "", "strak op tijd"), ("speeddaten werkt ook op het werk",), (), ("coaching",)),
        Form((7, 6.5, 7.5), ("", "te veel samen in één groep", ""), (), ("leren inplannen",)),
        Form((8, 8, 8.5), learning=("beginnen bij wat iemand kan",), treat=("feedback geven",)),
        Form((5.5, 7, 7), ("talent bleef vaag", "", ""), (), (), ("wat is talent?",)),
        Form((8, 8.5, 9), ("", "", "rustig begeleid"), ("talent is meer dan competentie",), ("leren inplannen",)),
        Form((None, 8, 8), learning=("een vraag is al half een antwoord",)),
    ),
    decision=(
        "Wat proberen we elk in de eigen ploeg uit?",
        "Na de brainstorm van sessie 1 wilden mensen met verschillende clusters verder.",
        "We hebben nog twee sessies: wat we kiezen, moeten we ook aan elkaar kunnen vertellen.",
    ),
    proposals=(
        Proposed(
            ("Feedback geven", "Feedback geven zonder te kwetsen"),
            0,
            (
                ("Iedereen heeft er elke week mee te maken", "We kunnen het ter plaatse oefenen"),
                ("Velen volgden er al een opleiding over",),
                ("Lien en Hugo brengen een echt gesprek mee",),
                ("Het wordt persoonlijk als collega's erbij zijn",),
            ),
            "zonder dat laatste durft niet iedereen",
        ),
        Proposed(
            ("Opdrachten die net te groot zijn",),
            1,
            (
                ("Sluit aan bij wat de meeste handen kreeg",),
                ("In een kleine ploeg is er weinig te kiezen",),
                ("Bij De Laatste Halte kunnen we gaan kijken",),
                (),
            ),
        ),
        Proposed(("Leren een plaats geven in de planning",), 2, (("Direct bruikbaar",), (), (), ())),
        Proposed(("Een dag meelopen bij een ander",)),
    ),
    gains=("Frisse ideeën van mensen die hetzelfde proberen", "Contacten die je later nog kan bellen"),
    gains_organisation=("Wat elders werkt, zonder het zelf te moeten uitvinden",),
    take_home=("Eén ding om in de eigen ploeg uit te proberen",),
    expected=(
        "Er zijn op de vier sessies, en op tijd verwittigen als het niet lukt",
        "Een praktijkcase uit de eigen ploeg meebrengen",
        "Mee bepalen waarover de sessies gaan",
        "In je organisatie doorgeven wat je hier opsteekt",
    ),
    assignments=(
        "Schrijf op wanneer er in je ploeg voor het laatst tijd was om te leren",
        "Breng mee wat je uitprobeerde, ook als het mislukte",
    ),
    form=("Wat probeerde je uit?", "Wie merkte het?", "Wat doe je nu anders?"),
    contribution="Hoe chauffeurs elkaar opleiden; Kadir; tien minuten in sessie 4",
    answers=((1, "Vorige maand, toen de planning een dag stillag"), (10, "Elke vrijdag een kwartier, sinds de start")),
    material=(
        (1, "Slides over talent en competentie: https://voorbeeld.example/talent"),
        (1, "Model van de leercirkel"),
        (2, "Vragen voor een talentgesprek: talentgesprek.pdf"),
    ),
    working=Working(
        round_table="Wat probeerde je uit sinds vorige keer?",
        said=(
            (
                QuestionKind.EXPERIENCE,
                Asked(12, "Een talentgesprek zonder formulier: het duurde langer en ging dieper"),
            ),
            (QuestionKind.EXPERIENCE, Asked(8, "Twee mensen van plaats laten wisselen, één dag per week")),
            (QuestionKind.QUESTION, Asked(13, "Hoe begin je als je ploeg nooit samen op de vloer staat?", (3,))),
        ),
        exchange="Wanneer hielp een leidinggevende jou echt vooruit?",
        reports=(
            ("Ze gaf de opdracht uit handen en bleef in de buurt", "Hij vroeg eerst wat ik zelf al geprobeerd had"),
            ("Pas toen het misging, zag ik wie achter me stond", "Tijd kreeg ik niet, vertrouwen wel"),
            ("Bij ons is de chef de beste vakman, en doet hij het dan zelf", "Van een vaste klant leer je het snelst"),
        ),
        tips=(
            "Vraag wat iemand al probeerde, en zwijg dan even",
            "Spreek af wanneer je terugkomt, niet of het gelukt moet zijn",
        ),
        left=Asked(11, "Hoe laat je los als het werk vandaag af moet?", (0, 6)),
        case=Case(
            10,
            (
                (
                    ConsultationStep.CASE,
                    (
                        "De ploeg onderhoudt de perken al vijftien jaar op dezelfde manier",
                        "Wie pas begint en iets voorstelt, haakt na een paar maanden af",
                    ),
                ),
                (
                    ConsultationStep.QUESTIONS,
                    (
                        "Wanneer bleef er iets nieuws wel hangen?",
                        "Naar wie kijken de anderen als er iets verandert?",
                        "Wat zou een nieuwkomer als eerste aanpakken?",
                    ),
                ),
                (ConsultationStep.ANALYSIS, ("De ploeg beschermt haar trots, niet haar gewoonte",)),
                (ConsultationStep.ADVICE, ("Laat de oudste tuinman zelf kiezen waar er geprobeerd wordt",)),
                (ConsultationStep.INSIGHT, ("Ik vroeg altijd om verandering, en nooit wat ze zelf willen tonen",)),
            ),
            "Samen met de ploeg één perk kiezen waar het anders mag; sessie 3",
            (5, 8, 4, 5, 12, 10, 0, 5),
        ),
        settled=Settled(
            (
                "Vragen we iemand van buiten?",
                "Wat talent precies is, bleef voor velen vaag.",
                "Het vraagt een half uur van de laatste sessie.",
            ),
            (
                "We vragen iemand van buiten voor een half uur in sessie 4",
                "We zoeken het zelf uit en vertellen het elkaar",
            ),
            5,
            "Iemand vragen die talent en competentie helder kan uitleggen; Hugo; voor sessie 3",
        ),
        parked="Samen één map voor documenten",
        answer="Kies één plek waar het anders mag, en laat de ploeg die zelf kiezen",
        let_go="elke organisatie heeft al iets",
        forms=(
            Form((8, 8, 9), learning=("vragen stellen is moeilijker dan raad geven",), hunger=("wat talent is",)),
            Form((8.5, 9, 8), ("", "de case was herkenbaar", ""), adjust=("meer tijd voor één case",)),
            Form((8, 8.5, 8.5), learning=("loslaten is afspreken wanneer je terugkomt",)),
            Form((7, 8, 8), hunger=("cases uit kleine bedrijven",), adjust=("vroeger stoppen met verslag uitbrengen",)),
            Form((8, 9, 9), ("", "", "iedereen bleef bij de vraag"), hunger=("iemand van buiten",)),
            Form((7.5, 8, None), learning=("zwijgen helpt",), hunger=("wat talent is",)),
            Form((9, 9, 9), learning=("vragen stellen is moeilijker dan raad geven",)),
            Form((7, 7.5, 8), ("", "", "de tijd liep uit"), adjust=("meer tijd voor één case",)),
            Form((8, 8, 8.5), treat=("leren inplannen",), hunger=("iemand van buiten",)),
            Form((6.5, 8, 8), learning=("mijn ploeg is trots, niet lui",), deepen=("feedback geven",)),
            Form((8, 8.5, 9), treat=("leren inplannen",)),
        ),
    ),
)
