"""Writing small packs for the tests of the loader."""

from pathlib import Path
from textwrap import dedent

from gemeentedossier.catalogue.engine.faults import CatalogueFaults, Fault
from gemeentedossier.catalogue.engine.loader import load_catalogue

HEADER = """\
id: {id}
name: {{nl: Proef, en: Trial}}
version: 2026.11.0
law_state: 2026-11-23
licence: EUPL-1.2
"""
SUBJECT = """\
- id: resident
  name: {nl: inwoner, en: Resident}
  status: own_work
  source: {location: eigen werk}
"""
OWN_RULE = """\
- id: {id}
  part: A
  kind: criterion
  subject: activity
  nature: good_practice
  label: {{nl: Heeft een omschrijving, en: Is described}}
  question: {{nl: Is de verwerking omschreven?, en: Is the processing described?}}
  applies: 'true'
  met: 'activity.description_written'
  responsible: [process_owner]
  review: P1Y
  status: own_work
  examples:
    - {{name: described, facts: {{activity.description_written: true}}, expect: met}}
    - {{name: not described, facts: {{}}, expect: gap}}
"""


def write_pack(folder: Path, *, pack_id: str = "trial", **files: str) -> Path:
    """Write a pack; keyword `subject_categories` becomes `subject-categories.yaml`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(HEADER.format(id=pack_id))
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(dedent(text))
    return folder


def write_edition(folder: Path, version: str, in_use_from: str, **files: str) -> Path:
    """Write a pack as an edition with this version, which judges from this day on."""
    pack = write_pack(folder, pack_id="own", **files)
    header = (pack / "pack.yaml").read_text().replace("version: 2026.11.0", f"version: {version}")
    (pack / "pack.yaml").write_text(f"{header}in_use_from: {in_use_from}\n")
    return pack


def faults_in(*packs: Path) -> tuple[Fault, ...]:
    """Return every fault in these packs, in the order of files and lines; none when they can be used."""
    try:
        load_catalogue(packs)
    except CatalogueFaults as refusal:
        return refusal.faults
    return ()


def only_fault(*packs: Path) -> tuple[str, int, int, str]:
    """Return the one fault of these packs as file name, line, column and sentence."""
    faults = faults_in(*packs)
    assert len(faults) == 1, faults
    fault = faults[0]
    return (Path(fault.file).name, fault.line, fault.column, fault.sentence)
