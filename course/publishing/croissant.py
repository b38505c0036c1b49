"""A datasheet as Croissant, the JSON-LD format that data catalogues read.

The vocabulary is Croissant 1.0 with its extension for responsible AI (http://mlcommons.org/croissant/
and http://mlcommons.org/croissant/RAI/). All content comes from datasheet.yml.
"""

import json
from typing import Any

from course.data.datasheet_schema import Column, Sheet

CONFORMS_TO = ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"]
CREATOR = "AI for the Public Sector contributors"

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The JSON-LD context of Croissant 1.0, from its specification."""

TYPES = {
    "category": "sc:Text",
    "text": "sc:Text",
    "integer": "sc:Integer",
    "decimal": "sc:Float",
    "date": "sc:Date",
}


def croissant(name: str, sheet: Sheet) -> str:
    """The Croissant file of a data set, as JSON text."""
    groups = sheet.groups
    data_file = sheet.file
    version = f"1.0.0+{data_file.sha256[:12]}"
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": name,
        "description": f"{sheet.title}. {sheet.summary}",
        "conformsTo": CONFORMS_TO,
        "creator": {"@type": "sc:Organization", "name": CREATOR},
        "publisher": {"@type": "sc:Organization", "name": sheet.source.publisher},
        "citeAs": f"{CREATOR}: {sheet.title}. Version {version}.",
        "license": " ".join(sheet.licence),
        "url": sheet.source.address,
        "version": version,
        "datePublished": data_file.since,
        "inLanguage": "en",
        "isLiveDataset": False,
        "rai:dataCollection": " ".join(sheet.collection),
        "rai:dataPreprocessingProtocol": sheet.preprocessing,
        "rai:dataUseCases": sheet.uses,
        "rai:dataLimitations": sheet.composition + sheet.unverified,
        "rai:dataBiases": groups.too_small + groups.absent,
        "rai:dataSocialImpact": " ".join(sheet.known_harms),
        "rai:personalSensitiveInformation": [
            f"{column.name}: {column.meaning}"
            for column in sheet.columns
            if column.name in groups.present
        ],
        "rai:dataReleaseMaintenancePlan": " ".join(sheet.maintenance),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": data_file.name,
                "name": data_file.name,
                "contentUrl": data_file.name,
                "contentSize": f"{data_file.size} B",
                "encodingFormat": "text/csv",
                "sha256": data_file.sha256,
            }
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "rows",
                "name": "rows",
                "description": " ".join(sheet.composition),
                "field": [_field(column, data_file.name) for column in sheet.columns],
            }
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _field(column: Column, file: str) -> dict[str, Any]:
    unit = f" Unit: {column.unit}." if column.unit else ""
    return {
        "@type": "cr:Field",
        "@id": f"rows/{column.name}",
        "name": column.name,
        "description": f"{column.label}. {column.meaning}{unit}",
        "dataType": TYPES[column.type],
        "source": {
            "fileObject": {"@id": file},
            "extract": {"column": column.name},
        },
    }
