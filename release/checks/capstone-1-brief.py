"""The checks of capstone-1-brief. Answers are hidden from a glance."""

from course.checking import Sealed

MODULE = "capstone-1-brief"

import re
from datetime import date

import pandas as pd

from course.checking import exercise, expect, part, say
from course.checking.messages import several
from course.dossier import ServiceBrief
from course.dossier.fields.faults import ArtefactError, Number
from course.dossier.fields.parts import answers_for_nothing, folded
from course.language import LANGUAGES
from course.project import Team, project_of
from course.project.agreement import CHILD, LIFE
from course.project.measured import (
    DIFFICULTY,
    EASILY,
    GAROA_AND_HORTA,
    INTERNET,
    NO_INTERNET,
    OTHER_DISTRICTS,
)
from course.project.names import LANGUAGES as OF_COMMENTS


def any_of(*words, whole=False):
    """A pattern for some words, a line for each idea or language; `whole` for whole words only."""
    found = "|".join(words)
    return re.compile(rf"\b({found})\b" if whole else found, re.IGNORECASE)


TOOL = any_of(
    r"(?-i:AI|IA|A\.I|I\.A)|an ai|l['’]ia|(la|une|una|uma) ia",
    r"apps?|applis?|aplicación|aplicativo|application mobile|software|logiciels?",
    r"dashboards?|tableau de bord|panel|painel|plateforme|plataforma|platform",
    r"tableros?( de control)?|robots?|robôs?",
    r"(virtual|digital) assistants?|assistants? virtuels?|asistentes? virtual(es)?|assistentes? virtua(l|is)",
    r"web ?sites?|sites? (web|internet)|sitios? web|pages? web|web pages?|páginas? (de )?(web|internet)",
    r"(um|novo|un|nouveau|notre|nuestro) site|site novo",
    r"algorithme?s?|algoritmos?|chat ?bots?",
    r"machine learning|model|models|modèles?|modelos?|artificial|artificielle",
    whole=True,
)
NO_TOOL = any_of(
    rf"(without|sans|sin|sem)( [\w'’]+){{0,4}}? ({TOOL.pattern})",
    r"aplicación (del?|de l[oa]s?)( l[oa]s?)?( \w+)?"
    r" (acuerdo|subsidio|ley|leyes|normas?|reglas?|reglamento|decreto|derecho|tarifa|descuento)s?",
    r"(model|models) (letters?|contracts?|forms?)|modèles? de (lettre|contrat|formulaire|demande)s?",
    r"modelos? de (contrato|carta|solicitud|formulari?o|oficio|requerimento|pedido|ofício)s?",
    r"casas? modelo|paneles? de yeso|panel de yeso|(solar|wall) panels?|pan(el|eles) solar(es)?",
    r"pain(el|éis) solar(es)?",
    whole=True,
)
"""What has the name of a tool and asks for none."""
TOOL_IN_USE = (
    r"models?|modèles?|modelos?|systems?|système|sistemas?|pilots?|pilote|piloto|software|apps?"
    r"|civicly|algorithme?s?|algoritmos?|dashboards?"
)
ACTIVITY = any_of(
    TOOL_IN_USE,
    r"staff trained|trainings?|workshops?|meetings?|réunions?|reuniones|reuniões",
    r"capacitación|capacitaciones|treinamentos?|capacitação",
    r"accuracy|f1|exactitude|exactitud|acurácia",
    whole=True,
)
DELIVERED = any_of(
    rf"\b({TOOL_IN_USE})\s+(\w+\s+){{0,2}}"
    r"(deliver|install|work|run|livr|fonctionne|tourne|entreg|instala|implant|funciona"
    r"|classif|clasific|predict|prédi|predic|predi[zç])",
    r"\b(deliver|install|livr|entreg|instala|implant)\w*\s+"
    rf"((of|the|de|du|la|le|el|del|do|da|o)\s+){{0,2}}({TOOL_IN_USE})\b",
    r"\b(process|trait|proces|classif|clasific|tramit|sorted|triée?s?)\w*\s+"
    rf"(by|par|por|pelo|pela)\s+((the|our|le|la|el|notre|nuestro|o|a|nosso)\s+)?({TOOL_IN_USE})\b",
)
COUNTS = any_of(
    r"resident|people|person|citizen|famil|patient|woman|women|child|pessoa|ciudadan|cidadã|citoyen",
    r"habitant|comment|comentari|message|mensaj|mensag|letter|courrier|case|cas|caso",
    r"request|demande|solicitud|pedido|permit|complaint|plainte|signalement|queja|reclam",
    r"answer|response|réponse|répond|respuesta|respond|resposta|wait|attente|espera",
    r"day|jour|día|dia|hour|heure|hora|week|semaine|semana",
)
OFFICES = any_of(r"citizens['’]? desk|atención ciudadana")
"""Names of an office that hold a word of COUNTS."""
FIRM = any_of(
    r"firm|company|vendor|supplier|contractor",
    r"entreprise|fournisseur|prestataire",
    r"empresa|proveedora?|fornecedora?|contratista",
    r"(société|compañía|companhia) (qui|que|d[eo] (logiciels?|software|inform[aá]tica|tecnolog[ií]a))",
    whole=True,
)
PUBLIC_FIRM = any_of(
    r"(public|municipal|state-owned|city-owned)( \w+){0,2} company",
    r"(entreprise|empresa)( \w+){0,3} (publique|municipale?|p[úu]blica|estatal|estadual)",
    whole=True,
)
PAGE = any_of(
    r"web|web ?sites?|(?<!on[ -])(?<!sur )sites?|sitios? web|nuestro sitio|(?<!one-)pages?|páginas?",
    r"portal|online|en ligne|en línea|(by|on the|over the|par|sur|por|pel[ao]|na) internet",
    r"apps?|aplicación|aplicativos?|application mobile|applis?",
    r"(dans l['’]|par l['’]|sur l['’]|une |notre )application",
    r"e-?mails?|courriels?|correos? electrónicos?|correios? eletrônicos?|whatsapp|chat|chat ?bots?",
    r"social (media|networks?)|réseaux sociaux|redes sociales|redes sociais|facebook|instagram",
    r"[\w.+-]{1,64}@[\w.-]{1,255}|(?<!\S)application [A-ZÀ-Ý]\w+",
    r"video ?calls?|visioconférence|appel vidéo|videollamadas?|videochamadas?|chamada de vídeo",
    whole=True,
)
NO_PLACE = any_of(
    r"smart ?phones?|newsletters?|lettres? d['’]information|page d['’]accueil",
    r"(big|large|grosses|grandes) (letters|lettres)",
    r"(virtual|digital|online) (counter|desk|office|visit)s?",
    r"(guichet|bureau|accueil|oficina|ventanilla|mostrador|balcão|escritório|posto|agente?)"
    r" (virtu[ae]l|digital|numérique|conversationnel|en ligne|en línea|online)",
    r"[\w.+-]{1,64}@[\w.-]{1,255}",
    r"\b(web ?sites?|web ?pages?|sites? (web|internet)|sitios? web|páginas? (de )?(web|internet)"
    r"|pages? (web|internet)|portal|portail|apps?|aplicación|aplicativo|application( mobile)?"
    r"|e-?mails?|courriels?|correos? electrónicos?|correios? eletrônicos?|whatsapp|facebook|instagram"
    r"|social (media|networks?)|réseaux sociaux|redes sociales|redes sociais"
    r"|formulari?os? (en línea|online|eletrônico)|formulaires? en ligne|online forms?)"
    r"\s+(of|de|du|des|del|da|do|das|dos)\s+((the|our|la|le|les|el|los|las|notre|nuestr[oa]|noss[oa])\s+"
    r"|l['’])?\w+",
    r"\b(web ?sites?|sites? (web|internet))\s+de\s+l['’]\w+",
    r"\b(sites?|sitios?|páginas?|pages?) (d[aeo]|du|de la|de l['’]|of the)\s*"
    r"(prefeitura|triagem|câmara|cidade|alcaldía|ayuntamiento|municipio|oficina|mairie|ville|accueil"
    r"|city|town hall|desk)( (na|en|on the|sur) (internet|web))?",
    r"visit\w*\s+((our|the|a|notre|le|la|nuestr[oa]|el|noss[oa]|o)\s+)?"
    r"(web\w*|sites?|sitio|pages?|página|portal|app)\b(?! of)",
)
"""What is on a screen, though it has the name of a place, a telephone or a letter."""
PLACE = any_of(
    r"(?<!\d)(?!(19|20)\d\d\b)\d{3}|\d\d[ .]\d\d[ .]\d\d|phone|tel[eé]fon|téléphon|radio|rádio",
    r"letter|\blettre|\bcarta|in person|en personne|en persona|pessoalmente|presencial|présentiel",
    r"counter|\bdesks?\b|\boffices?\b|town hall|city hall|guichet|bureau|comptoir|accueil|mairie",
    r"mostrador|ventanilla|oficina|alcald|ayuntamiento|balcão|escritório|\bposto|prefeitura|ouvidoria",
    r"\btriagem|atendimento (presencial|ao)|central de atendimento|\bcras\b",
    r"visit|door to door|porte à porte|puerta a puerta|porta a porta|clini|clíni|hospita|hôpita",
    r"librar|bibliot|médiathèque|schools?\b|école|escuela|escola|\bmarkets?\b|\bmarché|mercado",
    r"shelter|foyer|albergue|abrigo|maison de quartier|centro de (salud|saúde)|centre social",
    r"\b(room|salle|street|rue|calle|rua|avenue|avenida|plaza|praça|park|parc|parque)\b",
    r"interpret|interprète|intérprete|clerk|\bofficers?\b|\bagente?s?\b|librarian|nurse|infirmi|enfermer",
    r"social worker|volunteer|bénévol|voluntari|mediator|médiat|promotora?\b|assistente social",
    r"funcionari|funcionári|fonctionnaire|atendente|servidora\b|\b(um|cada) servidor\b(?! web)",
    r"travailleu\w* social|trabaja?dora? social|trabalhadora? social|assistante? social",
    r"teacher|enseignant|maestr[oa]s?\b|professor|community leader|líder|emplead|employé|employee",
    r"neighbou?rs?\b|voisin|vecin[oa]s?\b|vizinh|associa|asocia",
)
BETTER_MODEL = any_of(
    r"\b(train|retrain|improve|tune)\w* (\w+ )?(model|ai|algorithm)\b|more (training )?data|better model",
    r"\b(modelo (melhor|mejor)|mejor modelo|melhor modelo|meilleur modèle)\b",
    r"\b(ré)?entra[iî]n\w* (le|notre) modèle|\bamélior\w* (le|notre) modèle|plus de données",
    r"\b(re)?entren\w* (el|nuestro) modelo|mejor\w* (el|nuestro) modelo|más datos",
    r"\b(re)?trein\w* o (nosso )?modelo|melhor\w* o (nosso )?modelo|mais dados",
)
CONTENT = any_of(
    r"satisf|insatisf|\bhappy\b|\bcontentement|\bcontent(e|o|a)?s?\b(?! (of|was|is))",
    r"\b(people|participants|residents|users|they) like (the|it|this|our)\b",
    r"\b(participants?|people|residents?|users?)['’]s? opinions?",
    r"\bopini\w+ (of|des|de l[ao]s|d[oa]s) (the )?"
    r"(particip|people|resident|users|personnes|habitant|usager|personas|usuari|pessoas|morador)",
    r"\btrust\w* (in |the |it\b|this)|\bconfiance (dans|en|envers)|\bconfian[zç]a (en|n[oa])\b",
)
DONE = any_of(
    r"\breads?\b|\blue?s?\b|\blire\b|\blee[nr]?\b|\bleíd|\blid[oa]s?\b|\blê\b|\bleem\b",
    r"\banswered|répond(u|re\b|ent\b|\b)|respondid|respond(er?|en|em)\b|atendid|atiend|atendem",
    r"\b(gets?|got|has|have|received?s?|reçoi\w+|ont|tienen|recib\w+|têm|receb\w+) (\w+ )?"
    r"(answer|reply|réponse|respuesta|resposta)",
    r"\bserved|\bservi(e?s|e|d[oa]s?)?\b|\breach|\bsends?\b|\bsent to|envoient|envían|enviam",
    r"\bmanage[sd]?\b|\bfinish|\bcompleted?s?\b(?! satisf)|réuss|parvien|termin|complét|conclu",
    r"logra|consig|conseg|completa[nr]?\b|completam\b|obtien|obtêm",
    r"without help|sans aide|sin ayuda|sem ajuda",
    r"\b(finds?|trouv\w*|encuentr\w*|encontr\w*)\b(?! (\w+ ){0,3}(satisf|good|useful|utile|bon|útil|b[ou]e?n|bom))",
)
TOGETHER = any_of(
    r"all (the )?(participants|people|users|groups)|together|overall|in total|average|(on the|as a) whole",
    r"ensemble|tous les participants|moyenne|au total",
    r"confondue?s|tous groupes|combined|(the )?whole group|tout le groupe|todo el grupo|todo o grupo",
    r"en total|promedio|tod[oa]s (l[oa]s|[oa]s)|no total|média",
)
TIME = r"\s+(days?|weeks?|months?|hours?|time|jour|semaine|mois|heure|fois|d[ií]as?|semana|m[eê]s|hora|vez)\b"
EACH = any_of(
    rf"\b(any|either|each|every|chaque|cualquier|qualquer)\b(?!{TIME})|\bsingle\b",
    r"\bcualquiera de\b|\bqualquer uma? d[eoa]s?\b",
    rf"\bcada\b(?!{TIME}| (\d|dos|dois|tres|três|cuatro|quatro|cinco|diez|dez)\b)",
    r"\bone (of (the|these|those|our|them)|(\w+ )?(group|language|district))|\b(?<!as )an? (\w+ )?group",
    r"\bat least one\b(?! in)|\bsome group",
    r"\bchacun|\bun[ea]? des|\bl['’]une?\b|\bune? seul|\bn['’]importe|\btout groupe|\bun groupe",
    r"\bau moins une?\b(?! sur)",
    r"\balg[uú]n|\bun[oa] de (los|las)|\bun[oa]? sol[oa]|\bun grupo|\bal menos un[oa]?\b(?! de cada)",
    r"\balgum|\b(um dos|uma das|uma? só|um grupo)\b|\bpelo menos uma?\b(?! (em|de) cada)",
)
PEOPLE = any_of(
    r"the|those|who|are|people|persons?|residents?|speakers?|comments?|of|from|in",
    r"les|personnes?|gens|habitante?s?|qui|de|du|des",
    r"l[ao]s|personas?|gente|residentes?|habitantes|que|quienes",
    r"[ao]s|pessoas?|morador(es|as)|quem",
    whole=True,
)
"""Words that a name of a group can have around it."""
JOINING = {"with", "than", "that", "avec", "dans", "pour", "para"}
"""Words that join others, in names of groups and elsewhere."""
GROUP = any_of(
    r"\bgroup|\bgrupo|\blanguage|\blangue|\blengua|\bidioma|\blíngua|\bdistrict|\bquartier"
)
NUMBER = any_of(
    r"\d|\b(half|moitié|mitad|metade)\b|\b(per ?cent|pour cent|por ciento|por cento)\b",
    r"\b(one|two|three|four|seven|nine) in (two|three|four|five|six|eight|ten)\b",
    r"\b(a|one) (third|quarter) of|\b(one|two|three)[ -](thirds?|quarters?)\b",
    r"\b(un|le|deux) tiers\b|\b(un|le|trois) quarts?\b|\bsur (deux|trois|quatre|cinq|dix)\b",
    r"\b(un|dos) tercios?\b|\b(un|tres) cuartos?\b|\b(tercera|cuarta) parte|\bun[oa]? de cada\b",
    r"\bde cada (dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien)\b|\bquinta parte\b",
    r"\b(em|de) cada (dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|vinte|cem)\b",
    r"\bsur (six|sept|huit|neuf|vingt|cent)\b|\bcinquièmes?\b|\b(in|out of|of every) (three|four|five|six|ten)\b",
    r"\b(um|dois) terços?\b|\b(um|três) quartos?\b|\b(terça|quarta) parte|\buma? (em|de) cada\b",
)
SOME_PEOPLE = any_of(
    r"(two|three|four|five|six) (or more |of the )?(people|persons|participants|residents)",
    r"(deux|trois|quatre|cinq|six) (personnes|participants|habitants)( ou plus)?",
    r"(dos|tres|cuatro|cinco|seis) (o más )?(personas|participantes|vecin[oa]s)",
    r"(duas|três|quatro|cinco|seis) (ou mais )?(pessoas|participantes|morador[ae]s)",
    whole=True,
)
"""A number of people, in words."""
FEW_WORDS = 3
"""Words of an evidence that says where, or when and from whom, at least."""
INTERVIEW = re.compile(r"\b(R ?(0?[1-9]|10)|S ?0?[1-4])(?!\d)", re.IGNORECASE)
QUESTION = any_of(
    r"(?<![^\W\d_])(q|p|questions?|preguntas?|perguntas?)[\s.:#-]{0,3}"
    r"(n[uú]m\w*|number|n\s?[º°o]?|[º°])?[\s.]{0,2}\d",
    r"\b\d\s?(\.?\s?[ªº°]|e|er|ère|ème|st|nd|rd|th)?\s?(question|pregunta|pergunta)",
    r"\b(first|second|third|fourth|fifth) question|\bquestion (one|two|three|four|five)\b",
    r"\bquestion (une?|deux|trois|quatre|cinq)\b|\bpregunta (uno|dos|tres|cuatro|cinco)\b",
    r"\bpergunta (um|dois|três|quatro|cinco)\b",
    r"\b(première|deuxième|seconde|troisième|quatrième|cinquième) question",
    r"\b(primera|segunda|tercera|cuarta|quinta) pregunta",
    r"\b(primeira|segunda|terceira|quarta|quinta) pergunta",
)
MEASURED = (
    *OF_COMMENTS.values(),
    *(GAROA_AND_HORTA, OTHER_DISTRICTS, NO_INTERNET, INTERNET, DIFFICULTY, EASILY),
)
"""The groups that checkpoint 3 measures."""
COLUMN_AND_VALUE = re.compile(r"[^:\s][^:]*:\s*\S.*", re.DOTALL)
CASES = any_of(
    r"\b(never|always|only|without a machine|by hand)\b",
    r"\b(jamais|toujours|seulement|uniquement|sans machine)\b",
    r"\b(nunca|siempre|s[oó]lo|solamente|únicamente|sin máquina)\b",
    r"\b(sempre|só|somente|apenas|sem máquina)\b",
    r"danger|threat|risk|life|lives|death|urgen|emergenc|critical|serious|grave|severe|violen",
    r"menace|risqu|\bvies?\b|mort|critique|péril",
    r"peligro|amenaza|riesgo|\bvidas?\b|muerte|crític|perigo|ameaça|risco",
    r"child|minor|enfant|mineur|niñ|menor|criança|\bhealth|santé|salud|saúde|disab|discapac",
    r"handicap|deficiên|vulnerab|vulnérab|elder|mayores|idos[oa]|preg?nan|enceinte|embaraz|grávid",
    r"abuse|abus|maltrat|evict|expuls|desaloj|despej|\bfraud|collapse|effondr|derrumb|desab",
    r"deci[ds]|décid|décision|refus|reject|rejet|rechaz|neg(ar|ativ|ad)|indefer|deni(al|ed|es)|recus",
    r"sanction|sanci|sanç|penalt|\bfines?\b|amende|multa|withdraw|revo[ck]|retir|cancel|annul",
    r"objection|appeal|recours|recurso|apela|reclam|contest|complaint|plainte|queja",
    r"doubt|doute|duda|dúvida|unsure|uncertain|incert|inciert|unclear|ambig|complex|difficult",
    r"difficil|difícil|sensitive|sensib|exception|excep|excec|special|spécial|especial|contradict",
    r"\b(cases?|requests?|applications?|files?|reports?|letters?|comments?|claims?)"
    r"( \w+){0,2} (with|without|that|which|who|whose|about|where|if)\b",
    r"\b(cas|demandes?|dossiers?|lettres?|messages?|signalements?)"
    r"( \w+){0,2} (avec|sans|qui|sur|où|dont|si)\b",
    r"\b(casos?|solicitud(es)?|expedientes?|cartas?|mensajes?|reportes?)"
    r"( \w+){0,2} (con|sin|que|sobre|donde|cuy[oa]s?|si)\b",
    r"\b(pedidos?|processos?|requerimentos?|mensagens|mensagem)"
    r"( \w+){0,2} (com|sem|que|sobre|onde|cuj[oa]s?|se)\b",
)
"""What a step says of the cases that are never handled without a person; wide, as they can be any."""
LONGEST_WAY = 3
"""Days within which a person on a human path has acted, at most."""


def refuse(*found):
    """Raise NotYet with those messages that there are."""
    messages = [each for each in found if each]
    if messages:
        raise expect.NotYet(several(messages))


def brief_in(files):
    """The project and its brief. Raises NotYet for a brief that cannot be read."""
    project = project_of(files)
    text = files.get("service-brief", "")
    try:
        return project, text, ServiceBrief.from_yaml(text)
    except ArtefactError as error:
        raise expect.NotYet(several(ServiceBrief.faults_by_label(text) or error.faults)) from None


def is_firm(text):
    """Whether a text names a firm; a public company is none."""
    return bool(FIRM.search(PUBLIC_FIRM.sub(" ", text or "")))


def asks_for_a_tool(need):
    """Whether a need names a tool that somebody would buy or build."""
    return bool(TOOL.search(NO_TOOL.sub(" ", need)))


def words_in(text):
    """How many words and numbers a text has."""
    return len(re.findall(r"\w+", text or ""))


def says_what_is_counted(evidence):
    """Whether an evidence has some words, and not only numbers as in “36% of 193”."""
    return words_in(evidence) >= FEW_WORDS and bool(re.search(r"[^\W\d_]{4,}", evidence))


def names_a_place(text):
    """Whether a text says where somebody without internet finds a person."""
    return bool(PLACE.search(NO_PLACE.sub(" ", text or "")))


def is_only_a_page(text):
    """Whether a text names a page, an app or a mail, and no place beside it."""
    return bool(PAGE.search(text or "")) and not names_a_place(text)


def is_activity(text):
    """Whether a text counts what a team delivers, and not what changes for people."""
    text = OFFICES.sub(" ", text)
    return bool(ACTIVITY.search(text)) and (not COUNTS.search(text) or bool(DELIVERED.search(text)))


def is_counted(group):
    """Whether a group is one that is measured, also as in “people without internet”."""
    bare = folded(PEOPLE.sub(" ", group))
    return bool({folded(group), bare} & names_of(*MEASURED))


def names_of(*texts):
    """Names in all languages, to be compared with what a brief says."""
    return {folded(text.read(lang)) for text in texts for lang in LANGUAGES}


@exercise(
    "team",
    points=1,
    form=True,
    hints=[
        say("capstone-1-hint-team-1", "The check names each field that is still open."),
        say(
            "capstone-1-hint-team-2", "Under “Members”, write one name on each line. One is enough."
        ),
    ],
)
def team(text):
    expect.artefact(Team, text, only=("title", "way", "members", "language"))


SERVICE = ("system", "date", "owner", "task", "legal_basis", "needs")


@exercise(
    "needs",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-1-hint-needs-1",
            "Cover every tool in a need. What is left that a resident has to get done?",
        ),
        say(
            "capstone-1-hint-needs-2",
            "Take a line of the table for a number, and one of the six answers for an interview. "
            "(With your own service: a number that your office counts, and what somebody told you.)",
        ),
    ],
)
def needs(files):
    with part():
        _, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=SERVICE)
        expect.true(
            not is_firm(brief.owner),
            say(
                "capstone-1-owner-firm",
                "Owner: a firm delivers a system. Name the public office or the person who answers to "
                "residents.",
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        listed = [each for each in brief.needs or [] if each.need]
        own = project.way != "civicly"
        refuse(
            len(listed) < 3
            and say(
                "capstone-1-few-needs", "Name at least three needs; {n} are here.", n=len(listed)
            ),
            *(
                say(
                    "capstone-1-need-tool",
                    "Need {n}: this names a tool. Leave the tool out: what does somebody have to get "
                    "done?",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if asks_for_a_tool(each.need)
            ),
            not any(each.evidence_from == "number" for each in listed)
            and say(
                "capstone-1-no-number", "No need has a number as evidence. The table has some."
            ),
            not any(each.evidence_from == "interview" for each in listed)
            and say(
                "capstone-1-no-interview",
                "No need has an interview as evidence. Who said something that shows the need?",
            ),
            *(
                say(
                    "capstone-1-evidence-number",
                    "Need {n}: the evidence should be a number, and there is none. Write it, what it "
                    "counts, and its source.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "number" and not NUMBER.search(each.evidence or "")
            ),
            *(
                say(
                    "capstone-1-evidence-source",
                    "Need {n}: a reader cannot look this number up. Write what it counts, and its "
                    "source, as in “50% of 206, civic-comments”.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "number"
                and NUMBER.search(each.evidence or "")
                and not says_what_is_counted(each.evidence)
            ),
            *(
                say(
                    "capstone-1-evidence-asked",
                    "Need {n}: a reader cannot see where this comes from. Write whom you asked, and when.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "interview"
                and own
                and not re.search(r"\d", each.evidence or "")
                and words_in(each.evidence) < FEW_WORDS
            ),
            *(
                say(
                    "capstone-1-evidence-interview",
                    "Need {n}: a reader cannot look this up. Name the interview and its question, as in "
                    "“R06, question 3”.",
                    n=number,
                )
                for number, each in enumerate(listed, 1)
                if each.evidence_from == "interview"
                and not own
                and not (
                    INTERVIEW.search(each.evidence or "") and QUESTION.search(each.evidence or "")
                )
            ),
        )


@exercise(
    "outcome",
    points=1,
    hints=[
        say(
            "capstone-1-hint-outcome-1",
            "Who would notice that the service works, without ever having heard of it? What could this "
            "person count?",
        ),
        say(
            "capstone-1-hint-outcome-2",
            "Today's number and the number that you want to reach are two values of the same "
            "measure: both shares, or both numbers of days.",
        ),
    ],
)
def outcome(what, today, wanted, by, person):
    first, second = expect.number(today), expect.number(wanted)
    for each in (what, by, person):
        if expect.is_dots(each):
            raise expect.NotYet(say("capstone-1-outcome-left", "Replace all five dots."))
        expect.true(
            isinstance(each, str),
            say(
                "capstone-1-outcome-text",
                "What is counted, the day, and the person or office are texts: write them in "
                "quotation marks.",
            ),
        )
    try:
        day = date.fromisoformat(by.strip())
    except ValueError:
        day = None
    refuse(
        is_activity(what)
        and say(
            "capstone-1-goal-activity",
            "`counted`: this is something that you deliver. What will be different for a resident, and how "
            "will you count it?",
        ),
        len(what.split()) < 3
        and say(
            "capstone-1-outcome-short",
            "`counted`: say in a few words what is counted, and of whom.",
        ),
        first == second
        and say(
            "capstone-1-outcome-same",
            "Today's number and the number that you want to reach are the same. What changes?",
        ),
        any(0 < each < 1 for each in (first, second))
        and any(each > 1 for each in (first, second))
        and say(
            "capstone-1-outcome-units",
            "Today's number and the number that you want to reach are not in the same unit: "
            "one lies between 0 and 1, the other does not.",
        ),
        day is None
        and say("capstone-1-outcome-date", "`by`: write a day that exists, as in “2027-06-30”."),
        day is not None
        and day < date(2026, 10, 1)
        and say("capstone-1-outcome-past", "`by`: this day is over. Name one that is to come."),
        (answers_for_nothing(person, "Civicly") or is_firm(person))
        and say(
            "capstone-1-outcome-person",
            "`answers_for_it`: neither a system nor a firm answers to residents. Name an office or a person.",
        ),
    )


@exercise(
    "people",
    points=3,
    form=True,
    hints=[
        say(
            "capstone-1-hint-people-1",
            "Compare the lines of the table two by two. Which of the two groups was served worse? "
            "(With your own service: look at the columns of your data, as in `housing: rent`.)",
        ),
        say(
            "capstone-1-hint-people-2",
            "For each measure ask: how does a person of this group hear of it? And can this "
            "person get there?",
        ),
    ],
)
def people(files):
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("affected_groups",))
        named = {folded(each) for each in brief.affected_groups or []}
        excluded = {folded(each.group) for each in brief.excluded or []}
        civicly = project.way == "civicly"
        known = names_of(*MEASURED)
        refuse(
            *(
                say(
                    "capstone-1-language-left-out",
                    "Affected groups: the data has comments in {language}. Name this group, too.",
                    language=text,
                )
                for text in OF_COMMENTS.values()
                if civicly and not names_of(text) & (named | excluded)
            ),
            *(
                say(
                    "capstone-1-group-left-out",
                    "Affected groups: “{group}” is missing. Look at what the table, or the interviews, "
                    "say of this group.",
                    group=text,
                )
                for text in (GAROA_AND_HORTA, DIFFICULTY, NO_INTERNET)
                if civicly and not names_of(text) & named
            ),
            *(
                say(
                    "capstone-1-not-measured",
                    "Affected groups: “{group}” is none of the groups that can be measured. Use a name of "
                    "the list above the form, or put the group under excluded groups.",
                    group=each,
                )
                for each in brief.affected_groups or []
                if civicly and folded(each) not in known
            ),
            *(
                say(
                    "capstone-1-group-form",
                    "Affected groups: “{group}” does not say in which column of your data it is. "
                    "Write the column, a colon and the value, as in `housing: rent`, or put the group "
                    "under excluded groups.",
                    group=each,
                )
                for each in brief.affected_groups or []
                if not civicly and not COLUMN_AND_VALUE.fullmatch(each.strip())
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        listed = [each for each in brief.excluded or [] if each.group]
        civicly = project.way == "civicly"
        expect.artefact(ServiceBrief, text, only=("excluded",))
        refuse(
            len(listed) < 2
            and say(
                "capstone-1-few-excluded",
                "Excluded groups: name at least two; {n} is here.",
                n=len(listed),
            ),
            civicly
            and len(listed) >= 2
            and all(is_counted(each.group) for each in listed)
            and say(
                "capstone-1-only-counted",
                "Excluded groups: each of these can be counted in the data. Who sends no comment at all?",
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("excluded",))
        refuse(
            *(
                say(
                    "capstone-1-measure-page",
                    "Measure for “{group}”: what comes over the internet reaches those who are reached "
                    "already. Where does this group find a person?",
                    group=each.group,
                )
                for each in brief.excluded
                if is_only_a_page(each.measure)
            ),
            *(
                say(
                    "capstone-1-measure-model",
                    "Measure for “{group}”: no model finds a comment that nobody sent. What do people do?",
                    group=each.group,
                )
                for each in brief.excluded
                if BETTER_MODEL.search(each.measure)
                and not names_a_place(each.measure)
                and not is_counted(each.group)
            ),
        )


@exercise(
    "alternatives",
    points=2,
    form=True,
    hints=[
        say(
            "capstone-1-hint-alternatives-1",
            "What would a good colleague without a computer do with the same money?",
        ),
        say(
            "capstone-1-hint-alternatives-2",
            "On which criterion is the way without AI better? Cheap, quick to start, or closer to people?",
        ),
    ],
)
def alternatives(files):
    with part():
        _, text, _ = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("criteria", "alternatives"))
    with part():
        _, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("chosen", "chosen_because"))
        totals = {
            each.name: each.total for each in brief.alternatives or [] if each.total is not None
        }
        best = max(totals.values(), default=0)
        own = totals.get(brief.chosen, best)
        expect.true(
            own >= best or len(brief.chosen_because.split()) >= 8,
            say(
                "capstone-1-not-the-best",
                "Reason for the choice: “{name}” has {own}, and another way has {best}. Say in a sentence why you choose it all the same.",
                name=brief.chosen,
                own=Number(own),
                best=Number(best),
            ),
        )


@exercise(
    "steps",
    points=3,
    form=True,
    hints=[
        say(
            "capstone-1-hint-steps-1",
            "Go through the steps as a person without internet. At each step that a machine does: where do "
            "you find somebody?",
        ),
        say(
            "capstone-1-hint-steps-2",
            "The rule for critical comments is a step of its own: “Threat to life, or a child in "
            "danger”, done by a person, automated: no. (With your own service: the cases that are "
            "never handled without a person.)",
        ),
    ],
)
def steps(files):
    with part():
        project, text, brief = brief_in(files)
        expect.artefact(ServiceBrief, text, only=("steps", "objection_days"))
    with part():
        project, text, brief = brief_in(files)
        paths = [(each.name, each.human_path) for each in brief.steps or [] if each.human_path]
        refuse(
            not paths
            and say(
                "capstone-1-no-path", "No step has a human path. Where does one find a person?"
            ),
            *(
                say(
                    "capstone-1-path-page",
                    "Step “{name}”, where: this works over the internet only. Where does a person without "
                    "internet find somebody?",
                    name=name,
                )
                for name, path in paths
                if is_only_a_page(path.where)
            ),
            *(
                say(
                    "capstone-1-path-machine",
                    "Step “{name}”, who: a human path leads to a person of the public office.",
                    name=name,
                )
                for name, path in paths
                if answers_for_nothing(path.who, brief.system) or is_firm(path.who)
            ),
            *(
                say(
                    "capstone-1-path-late",
                    "Step “{name}”: within {days} days is late for a mistake that can be dangerous. At most "
                    "{most} days.",
                    name=name,
                    days=path.days,
                    most=LONGEST_WAY,
                )
                for name, path in paths
                if (path.days or 0) > LONGEST_WAY
            ),
        )
    with part():
        project, text, brief = brief_in(files)
        by_people = [each for each in brief.steps or [] if each.automated is False]
        if project.way != "civicly":
            expect.true(
                by_people,
                say(
                    "capstone-1-nothing-by-people",
                    "Every step is automated. Which cases are never handled without a person? Add a step "
                    "for them.",
                ),
            )
            expect.true(
                any(names_cases(each) for each in by_people),
                say(
                    "capstone-1-own-critical",
                    "No step that a person does says which cases are never handled without a person. "
                    "Say it in the name of the step, as in “Houses in danger: a person always reads these "
                    "requests”.",
                ),
            )
            return
        critical = [each for each in brief.steps or [] if is_critical(each)]
        expect.true(
            critical,
            say(
                "capstone-1-critical-missing",
                "No step says what happens to a comment about a threat to life or a child in danger. Add "
                "one, with “life” and “child” in its name.",
            ),
        )
        expect.true(
            any(
                each.automated is False and not answers_for_nothing(each.actor, brief.system)
                for each in critical
            ),
            say(
                "capstone-1-critical-machine",
                "The step for a threat to life or a child in danger is done by a machine. Which person "
                "reads these comments?",
            ),
        )


def is_critical(step):
    """Whether a step is about a threat to life and a child in danger."""
    words = " ".join(each or "" for each in (step.name, step.actor, step.channel))
    return bool(LIFE.search(words) and CHILD.search(words))


def names_cases(step):
    """Whether a step says for which cases it is there, or that a person always does it."""
    return bool(CASES.search(" ".join(each or "" for each in (step.name, step.actor))))


def names_a_group(rule, brief):
    """Whether a rule speaks of groups, or has words of one that is measured or takes the test."""
    if EACH.search(rule) or GROUP.search(rule):
        return True
    if any(name in folded(rule) for name in names_of(*MEASURED)):
        return True
    tested = [folded(each.group) for each in brief.test_plan.participants or []]
    words = set(re.findall(r"\w{4,}", PEOPLE.sub(" ", " ".join(tested)))) - JOINING
    return not words.isdisjoint(re.findall(r"\w+", folded(rule)))


@exercise(
    "test-plan",
    points=1,
    form=True,
    hints=[
        say(
            "capstone-1-hint-test-1",
            "Would your rule notice it if all people of one group failed and everybody else managed?",
        ),
    ],
)
def test_plan(files):
    _, text, brief = brief_in(files)
    expect.artefact(ServiceBrief, text, only=("test_plan",))
    plan = brief.test_plan
    rule = plan.stops_if
    refuse(
        (CONTENT.search(plan.measured) and not DONE.search(plan.measured))
        and say(
            "capstone-1-test-content",
            "What is measured: a person can be content and still wait. What must people manage to do?",
        ),
        not (NUMBER.search(rule) or SOME_PEOPLE.search(rule))
        and "%" not in rule
        and say(
            "capstone-1-test-number",
            "Stopped if: write also, in figures, the number below which it stops.",
        ),
        TOGETHER.search(rule)
        and not EACH.search(rule)
        and say(
            "capstone-1-test-together",
            "Stopped if: this takes all people together, and a small group can fail unseen. Say that one "
            "group is enough.",
        ),
        not TOGETHER.search(rule)
        and not names_a_group(rule, brief)
        and say(
            "capstone-1-test-no-group",
            "Stopped if: this names no group, so a small one can fail unseen. Say that one group is enough.",
        ),
    )




@exercise(
    "workload",
    points=1,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "capstone-1-hint-workload-1",
            "First all minutes that the readers have together, then how many comments fit into them.",
        ),
        say(
            "capstone-1-hint-workload-2",
            "The line begins: `return len(comments) / working_days, int(`",
        ),
        say(
            "capstone-1-hint-workload-3",
            "`return len(comments) / working_days, int(readers * hours * 60 / ___)`",
        ),
    ],
)
def workload(function):
    days = pd.to_datetime([f"2026-05-{1 + n % 10:02d}" for n in range(21)])
    comments = pd.DataFrame({"date": days, "comment": [f"SYN-{n}" for n in range(21)]})
    found = expect.call(function, comments, 6, 3, 2.5, 4)
    expect.true(
        isinstance(found, tuple | list) and len(found) == 2,
        say(
            "capstone-1-workload-two",
            "Your function returns {value}. Two numbers are asked, with a comma between them.",
            value=expect.short(found),
        ),
    )
    arriving, readable = (expect.number(each) for each in found)
    swapped = say("capstone-1-workload-swapped", "The two numbers are in the wrong order.")
    expect.true((round(arriving), readable) != (112, 3.5), swapped)
    expect.close(
        arriving,
        Sealed("capstone-1-brief/workload", "2cee4553ce3fc2e59c766458debd0037"),
        mistakes={
            Sealed("capstone-1-brief/workload", "8fb70861fd043bb0df86871d8d99dd53"): say(
                "capstone-1-workload-calendar",
                "Comments come on all days; the desk works on `working_days` of them. Divide by these.",
            ),
            Sealed("capstone-1-brief/workload", "7b13c7481279e6e701cd601eae1aca86"): say(
                "capstone-1-workload-all", "These are all comments. How many come on one day?"
            ),
            Sealed("capstone-1-brief/workload", "e2173eaf4effeac1cb5a4291f4d83750"): say("capstone-1-workload-rounded", "Do not round the first number."),
            Sealed("capstone-1-brief/workload", "b47941bcdefb533873dbd556692b0026"): say("capstone-1-workload-rounded", "Do not round the first number."),
            Sealed("capstone-1-brief/workload", "bd96f664101f84f6cd30c2a47ea4598f"): say(
                "capstone-1-workload-inverse",
                "You divided the days by the comments. Turn it round.",
            ),
        },
        otherwise=say(
            "capstone-1-workload-first",
            "The first number is {value}. Expected are the rows of the table, divided by the working days.",
            value=expect.short(arriving),
        ),
    )
    expect.count(
        readable,
        Sealed("capstone-1-brief/workload", "1226ab1221bd061ce6df27e9be0174b7"),
        mistakes={
            Sealed("capstone-1-brief/workload", "a2f26e6952ff4fb575ad2aff4f44b35a"): say(
                "capstone-1-workload-up",
                "You rounded up. A comment that is read halfway is not read: `int` cuts off the decimals.",
            ),
            Sealed("capstone-1-brief/workload", "7a9ab2de630f927fd96dab0258db46d9"): say("capstone-1-workload-hours", "The hours are not in minutes yet: times 60."),
            Sealed("capstone-1-brief/workload", "294419716e9e03b9266e9bc3902462d7"): say(
                "capstone-1-workload-one-reader", "This is right for one reader. There are more."
            ),
            Sealed("capstone-1-brief/workload", "090ad2d3951419c14b45e9830da9f097"): say("capstone-1-workload-no-hours", "Each reader has `hours` hours, not one."),
            Sealed("capstone-1-brief/workload", "6dfec80c63b2319da65b4287414d6723"): say(
                "capstone-1-workload-multiplied", "Divide the time by the minutes for one comment."
            ),
            Sealed("capstone-1-brief/workload", "d76a4992abb75509b6f47c81686a0fc3"): say(
                "capstone-1-workload-minutes",
                "These are the minutes of all readers. How many comments fit?",
            ),
        },
        otherwise=say(
            "capstone-1-workload-second",
            "The second number is {value}. Expected are the minutes of all readers on a day, divided by the "
            "minutes for one comment.",
            value=expect.short(readable),
        ),
    )


@exercise(
    "in-time",
    points=2,
    hidden=True,
    reads_arguments=True,
    hints=[
        say(
            "capstone-1-hint-in-time-1",
            "Three lines, as for the letters: keep rows, add a column, group and summarise.",
        ),
        say(
            "capstone-1-hint-in-time-2",
            "Change in the lines for the letters: the column that is compared, the day, the limit of days, "
            "and the group.",
        ),
        say(
            "capstone-1-hint-in-time-3",
            '`critical = comments[(comments["severity"] == "critical") & (comments["date"] >= ___)]`',
        ),
    ],
)
def in_time(function):
    rows = [
        ("2026-03-30", "Amaro", "critical", 0),
        ("2026-04-01", "Amaro", "critical", 5),
        ("2026-04-02", "Amaro", "critical", 1),
        ("2026-05-02", "Amaro", "critical", 0),
        ("2026-05-03", "Amaro", "critical", 9),
        ("2026-05-03", "Amaro", "critical", 1),
        ("2026-05-04", "Amaro", "critical", 1),
        ("2026-05-03", "Amaro", "high", 9),
        ("2026-04-01", "Garoa", "critical", 1),
        ("2026-04-09", "Garoa", "critical", 30),
        ("2026-06-09", "Garoa", "critical", 2),
        ("2026-06-10", "Garoa", "low", 0),
        ("2026-01-10", "Garoa", "critical", 0),
        ("2026-04-20", "Horta", "medium", 1),
    ]
    comments = pd.DataFrame(rows, columns=["date", "district", "severity", "response_days"])
    comments["date"] = pd.to_datetime(comments["date"])
    comments["district"] = pd.Categorical(comments["district"], ["Amaro", "Garoa", "Horta"])
    found = expect.call(function, comments, "2026-04-01")
    expect.table(found, ["share", "comments"])
    shares, counts = columns_of(found)
    expect.true(
        set(shares) == {"Amaro", "Garoa"} or not {"Amaro", "Garoa"} <= set(shares),
        say(
            "capstone-1-in-time-empty",
            "A district without a critical comment has a row. Keep the critical ones first; `observed=True` leaves out districts that "
            "do not occur.",
        ),
    )
    expect.true(
        set(shares) == {"Amaro", "Garoa"},
        say(
            "capstone-1-in-time-index",
            "The rows of your table are called {names}. One row for each district is asked, with its name "
            "as the index: group by `district`.",
            names=", ".join(map(str, list(shares)[:4])),
        ),
    )

    def share_wrong(name):
        return say(
            "capstone-1-in-time-share",
            "For {name}, `share` is {value}. Expected is the share of its critical comments since "
            "`first_day` of which `response_days` is at most 1.",
            name=name,
            value=expect.short(shares[name]),
        )

    expect.close(
        shares["Amaro"],
        Sealed("capstone-1-brief/in-time", "dafc0712cb6886c1ace36cecb8b1d996"),
        mistakes={
            Sealed("capstone-1-brief/in-time", "652d6b2f7ee71436a92e1a727301d26a"): say(
                "capstone-1-in-time-all-days", "Comments before `first_day` are counted, too."
            ),
            Sealed("capstone-1-brief/in-time", "1795469fe5bb8a36abd6932c8f3a0124"): say("capstone-1-in-time-first-day", "`first_day` itself counts: use `>=`."),
            Sealed("capstone-1-brief/in-time", "e8b08438a853eb7bd52c254551cc02ad"): say(
                "capstone-1-in-time-severity", "Other comments than critical ones are counted, too."
            ),
            Sealed("capstone-1-brief/in-time", "a1aceb28f52d42d1eda84064d940f324"): say(
                "capstone-1-in-time-same-day", "Within one day: `response_days` can be 1, too."
            ),
            Sealed("capstone-1-brief/in-time", "cafb20183e79243bb6122deab33b9038"): say(
                "capstone-1-in-time-late",
                "This is the share of those answered later. Turn the comparison round.",
            ),
            Sealed("capstone-1-brief/in-time", "beb8bbc402cca17d4423e22e873a55b9"): say(
                "capstone-1-in-time-sum",
                "This is a number of comments. The share is their `mean`.",
            ),
            Sealed("capstone-1-brief/in-time", "333e07c85cf593664eb1f57dbb6f5e9a"): say(
                "capstone-1-in-time-mean-days",
                "This is the mean of the days. Compare the days with 1 first.",
            ),
        },
        otherwise=share_wrong("Amaro"),
    )
    expect.close(shares["Garoa"], Sealed("capstone-1-brief/in-time", "cafb20183e79243bb6122deab33b9038"), otherwise=share_wrong("Garoa"))
    expect.count(
        counts["Amaro"],
        Sealed("capstone-1-brief/in-time", "214b957da57cd927e0fdb923e90c50da"),
        otherwise=say(
            "capstone-1-in-time-count",
            "For {name}, `comments` is {value}. Count the critical comments since `first_day`, answered "
            "in time or not.",
            name="Amaro",
            value=expect.short(counts["Amaro"]),
        ),
    )


def columns_of(table):
    """The columns of a table by the names of its rows, as plain numbers."""
    names = [str(each) for each in table.index]
    shares = [float(each) for each in table["share"]]
    counts = [float(each) for each in table["comments"]]
    return dict(zip(names, shares, strict=False)), dict(zip(names, counts, strict=False))
