"""What a PDF/X-4 says of itself, as pikepdf reads it: one JSON object on stdout."""

import json
import sys

import pikepdf


def text(value):
    return None if value is None else str(value)


with pikepdf.open(sys.argv[1]) as pdf:
    intents = pdf.Root.OutputIntents
    intent = intents[0]
    profile = intent.DestOutputProfile.read_bytes()
    docinfo = {str(key): text(value) for key, value in pdf.docinfo.items()}
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        wanted = [
            "pdfxid:GTS_PDFXVersion",
            "xmpMM:DocumentID",
            "xmpMM:VersionID",
            "xmpMM:RenditionClass",
            "dc:title",
            "xmp:CreateDate",
            "xmp:ModifyDate",
            "xmp:CreatorTool",
            "pdf:Producer",
            "pdf:Trapped",
        ]
        meta = {key: text(xmp.get(key)) for key in wanted}
    json.dump(
        {
            "intents": len(intents),
            "kind": text(intent.S),
            "condition": text(intent.OutputConditionIdentifier),
            "registry": text(intent.RegistryName),
            "info": text(intent.Info),
            "components": int(intent.DestOutputProfile.N),
            "profile_class": profile[12:16].decode("ascii"),
            "profile_space": profile[16:20].decode("ascii"),
            "xmp": meta,
            "docinfo": docinfo,
            "id": len(pdf.trailer.ID),
            "annotations": sum(len(page.get("/Annots", [])) for page in pdf.pages),
            "groups": sorted({text(page.get("/Group", {}).get("/CS")) or "" for page in pdf.pages}),
            "keys": sorted(str(key) for key in pdf.Root.keys()),
        },
        sys.stdout,
    )
