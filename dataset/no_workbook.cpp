// Stands in for dataset/workbook/ in a program that is built without libxlsxwriter.
#include <stdexcept>

#include "dataset/write_workbook.h"

namespace muster {

std::string workbook_library() { return {}; }

WorkbookLosses write_workbook(const Database&, const std::vector<CodebookRow>&, const WorkbookTarget&) {
  throw std::runtime_error("this program was built without spreadsheets; install libxlsxwriter-dev and build it again");
}

}  // namespace muster
