// Versions of the stages: hashes of their sources, taken when the program is built (tools/stage_versions.cmake). What an earlier
// program has read stays good until the code that read it changes.
#pragma once

namespace muster {

extern const char* const extraction_version;      // schemas and extractors
extern const char* const interpretation_version;  // schemas and normalizers
extern const char* const reconciliation_version;  // schemas and dataset: nothing is kept under it, run.json tells it

}  // namespace muster
