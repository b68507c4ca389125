// The written names of the schema's enumerations, as they stand in the dataset.
#pragma once

#include <string_view>

#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/observation.h"
#include "schemas/table.h"

namespace muster {

std::string_view name_of(TableMethod method);
std::string_view name_of(CellKind kind);
std::string_view name_of(Basis basis);
std::string_view name_of(Severity severity);
std::string_view name_of(TextSource source);

}  // namespace muster
