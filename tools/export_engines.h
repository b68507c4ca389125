// The kinds of `muster export` that need another program's library, or hand the database on as it is.
#pragma once

#include "tools/export_command.h"

namespace muster {

void export_to_parquet(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook);
void export_to_workbook(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook);
void export_to_postgresql(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook);
void export_to_datasette(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook);

// An address as it may be shown: without the password.
std::string without_password(const std::string& address);

}  // namespace muster
