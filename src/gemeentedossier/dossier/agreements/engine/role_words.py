"""The questions of the role test and what each answer says, in both languages, with its source."""

from collections.abc import Mapping

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.enums import FoundRole, RoleQuestion

Q = RoleQuestion

QUESTIONS: Mapping[RoleQuestion, Text] = {
    Q.PROVISION_BY_LAW_ONLY: Text(
        "Krijgt de partij de gegevens alleen omdat de wet deze verstrekking voorschrijft?",
        "Does the party get the data only because the law prescribes this provision?",
    ),
    Q.LAW_NAMES_PARTY: Text(
        "Wijst de wet de partij aan als verantwoordelijke, of geeft de wet haar zelf deze taak?",
        "Does the law name the party as controller, or give it this task itself?",
    ),
    Q.IS_CARE_PROVIDER: Text(
        "Geeft de partij zelf zorg of hulp aan inwoners?",
        "Does the party itself give care or help to people?",
    ),
    Q.OWN_FILE: Text(
        "Houdt de partij een eigen dossier bij omdat haar beroep of de wet dat vraagt?",
        "Does the party keep a file of its own because its profession or the law asks it?",
    ),
    Q.DECIDES_PURPOSE: Text(
        "Bepaalt de partij zelf waarvoor de gegevens dienen?",
        "Does the party itself decide what the data serve?",
    ),
    Q.DECIDES_ESSENTIAL_MEANS: Text(
        "Bepaalt de partij zelf welke gegevens van wie nodig zijn, hoe lang ze blijven of wie ze krijgt?",
        "Does the party itself decide which data of whom are needed, how long they stay or who gets them?",
    ),
    Q.DECIDES_TOGETHER: Text(
        "Bepalen de gemeente en de partij samen doel en middelen, zodat het een niet zonder het ander kan?",
        "Do municipality and party decide on purposes and means together, so that one cannot go without the other?",
    ),
    Q.ON_INSTRUCTION_ONLY: Text(
        "Doet de partij met de gegevens alleen wat de gemeente opdraagt?",
        "Does the party do with the data only what the municipality instructs?",
    ),
    Q.OWN_USE: Text(
        "Gebruikt de partij de gegevens ook voor zichzelf, zoals voor metingen of het trainen van AI?",
        "Does the party also use the data for itself, such as for measuring or training AI?",
    ),
}
"""In the order in which they are asked."""

_BY_LAW = Text("art. 4 punt 7 AVG; EDPB 07/2020, paragraaf 2.1.2", "Art. 4(7) GDPR; EDPB 07/2020, section 2.1.2")
_RECIPIENT = Text("art. 4 punt 9 AVG", "Art. 4(9) GDPR")
_PURPOSE = Text("art. 4 punt 7 AVG; EDPB 07/2020, paragraaf 2.1.4", "Art. 4(7) GDPR; EDPB 07/2020, section 2.1.4")
_JOINT = Text("art. 26 lid 1 AVG; EDPB 07/2020, paragraaf 3.2", "Art. 26(1) GDPR; EDPB 07/2020, section 3.2")
_PROCESSOR = Text("art. 4 punt 8 AVG; EDPB 07/2020, paragraaf 4", "Art. 4(8) GDPR; EDPB 07/2020, section 4")
_OWN_USE = Text("art. 28 lid 10 AVG", "Art. 28(10) GDPR")
_CARE = Text(
    "art. 4 punt 7 AVG; art. 5.1.2 lid 3 Wmo 2015 voor aanbieders onder die wet",
    "Art. 4(7) GDPR; Art. 5.1.2(3) Wmo 2015 for providers under that act",
)

REASONS: Mapping[tuple[RoleQuestion, bool], tuple[Text, Text]] = {
    (Q.PROVISION_BY_LAW_ONLY, True): (
        Text(
            "De wet schrijft de verstrekking voor. Wie de gegevens krijgt, is er daarna zelf verantwoordelijk voor.",
            "The law prescribes the provision. Who gets the data is the controller of them from then on.",
        ),
        _RECIPIENT,
    ),
    (Q.PROVISION_BY_LAW_ONLY, False): (
        Text("De wet schrijft deze verstrekking niet voor.", "The law does not prescribe this provision."),
        _RECIPIENT,
    ),
    (Q.LAW_NAMES_PARTY, True): (
        Text(
            "De wet wijst de partij aan of geeft haar deze taak. Zij is dan verantwoordelijke voor wat zij vraagt.",
            "The law names the party or gives it this task. It is then the controller of what that task asks.",
        ),
        _BY_LAW,
    ),
    (Q.LAW_NAMES_PARTY, False): (
        Text("De wet geeft de partij deze taak niet.", "The law does not give the party this task."),
        _BY_LAW,
    ),
    (Q.IS_CARE_PROVIDER, True): (
        Text(
            "Wie zelf zorg of hulp geeft, beslist als vakmens over het dossier van die hulp. De opdracht van de "
            "gemeente maakt de aanbieder geen verwerker.",
            "Who gives care or help decides as a professional on the file of that help. The contract with the "
            "municipality does not make the provider a processor.",
        ),
        _CARE,
    ),
    (Q.IS_CARE_PROVIDER, False): (
        Text("De partij geeft zelf geen zorg of hulp.", "The party gives no care or help itself."),
        _CARE,
    ),
    (Q.OWN_FILE, True): (
        Text(
            "De partij houdt een eigen dossier omdat beroep of wet dat vraagt, en beslist daar zelf over.",
            "The party keeps a file of its own because profession or law asks it, and decides on it itself.",
        ),
        _BY_LAW,
    ),
    (Q.OWN_FILE, False): (
        Text("De partij houdt geen eigen dossier.", "The party keeps no file of its own."),
        _BY_LAW,
    ),
    (Q.DECIDES_PURPOSE, True): (
        Text("De partij bepaalt zelf waarvoor de gegevens dienen.", "The party itself decides what the data serve."),
        _PURPOSE,
    ),
    (Q.DECIDES_PURPOSE, False): (
        Text("De gemeente bepaalt waarvoor de gegevens dienen.", "The municipality decides what the data serve."),
        _PURPOSE,
    ),
    (Q.DECIDES_ESSENTIAL_MEANS, True): (
        Text(
            "De partij beslist over de wezenlijke middelen: welke gegevens, van wie, hoe lang, voor wie.",
            "The party decides on the essential means: which data, of whom, how long, for whom.",
        ),
        _PURPOSE,
    ),
    (Q.DECIDES_ESSENTIAL_MEANS, False): (
        Text(
            "De gemeente beslist over de wezenlijke middelen. Wat de partij over techniek kiest, maakt haar geen "
            "verantwoordelijke.",
            "The municipality decides on the essential means. What the party chooses in technique does not make it "
            "a controller.",
        ),
        _PURPOSE,
    ),
    (Q.DECIDES_TOGETHER, True): (
        Text(
            "Gemeente en partij bepalen doel en middelen samen.",
            "Municipality and party decide on purposes and means together.",
        ),
        _JOINT,
    ),
    (Q.DECIDES_TOGETHER, False): (
        Text(
            "Er is geen gezamenlijk besluit over doel en middelen.", "There is no joint decision on purposes and means."
        ),
        _JOINT,
    ),
    (Q.ON_INSTRUCTION_ONLY, True): (
        Text(
            "De partij doet met de gegevens alleen wat de gemeente opdraagt.",
            "The party does with the data only what the municipality instructs.",
        ),
        _PROCESSOR,
    ),
    (Q.ON_INSTRUCTION_ONLY, False): (
        Text(
            "De partij doet meer dan de gemeente opdraagt. Zoek uit waarvoor, en wie dat bepaalt.",
            "The party does more than the municipality instructs. Find out what for, and who decides that.",
        ),
        _PROCESSOR,
    ),
    (Q.OWN_USE, True): (
        Text(
            "De partij gebruikt de gegevens ook voor zichzelf. Voor dat gebruik geldt zij als verantwoordelijke: sluit "
            "het uit of regel het apart.",
            "The party also uses the data for itself. For that use it counts as controller: exclude it or settle it "
            "separately.",
        ),
        _OWN_USE,
    ),
    (Q.OWN_USE, False): (
        Text("De partij gebruikt de gegevens niet voor zichzelf.", "The party does not use the data for itself."),
        _OWN_USE,
    ),
}

AGAINST: Mapping[FoundRole, tuple[RoleQuestion, ...]] = {
    FoundRole.CONTROLLER: (Q.ON_INSTRUCTION_ONLY,),
    FoundRole.JOINT_CONTROLLER: (Q.ON_INSTRUCTION_ONLY,),
    FoundRole.PROCESSOR: (Q.OWN_USE,),
    FoundRole.INDEPENDENT_RECIPIENT: (Q.ON_INSTRUCTION_ONLY, Q.DECIDES_TOGETHER),
}
"""What speaks against a role where it was answered with yes."""

DECIDED: Mapping[FoundRole, Text] = {
    FoundRole.CONTROLLER: Text(
        "Zelfstandig verantwoordelijke: beslist zelf over de gegevens voor een eigen taak.",
        "Independent controller: decides itself on the data for a task of its own.",
    ),
    FoundRole.JOINT_CONTROLLER: Text(
        "Gezamenlijk verantwoordelijke: bepaalt samen met de gemeente doel en middelen.",
        "Joint controller: decides on purposes and means together with the municipality.",
    ),
    FoundRole.PROCESSOR: Text(
        "Verwerker: verwerkt alleen in opdracht van de gemeente.",
        "Processor: processes on behalf of the municipality only.",
    ),
    FoundRole.INDEPENDENT_RECIPIENT: Text(
        "Ontvanger: krijgt de gegevens omdat de wet dat voorschrijft en is er zelf verantwoordelijk voor.",
        "Recipient: gets the data because the law prescribes it and is the controller of them itself.",
    ),
}
