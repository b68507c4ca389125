// Tables as CSV, HTML and Markdown, for people and other programs.
#pragma once

#include <string>
#include <vector>

#include "schemas/table.h"

namespace muster {

// Each table as rows of its grid, parted by an empty line. A spanning cell's text stands in its first place.
std::string tables_csv(const std::vector<Table>& tables);

// Each table as a <table> with rowspan and colspan, th for headers, its title as caption and its notes below.
std::string tables_html(const std::vector<Table>& tables);

// Each table as a pipe table; the header rows are joined into one, as Markdown knows only one.
std::string tables_markdown(const std::vector<Table>& tables);

}  // namespace muster
