#include "tools/review/site.h"

#include <filesystem>
#include <set>
#include <stdexcept>

#include "dataset/sqlite.h"
#include "dataset/write_file.h"
#include "tools/console.h"
#include "tools/review/decisions.h"
#include "tools/review/desk_data.h"
#include "tools/review/originals.h"
#include "tools/review/page_picture.h"
#include "tools/review/sample.h"
#include "tools/run_record.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

constexpr double picture_dpi = 100;  // as in the desk's page: tools/web/src/place.js

struct Written {
  size_t pages = 0, missing = 0, bytes = 0;
};

class Site {
 public:
  explicit Site(const SiteOptions& options) : options_(options), database_((fs::path(options.dataset) / "workforce.sqlite").string(), Database::Mode::read_only) {}

  Written write() {
    for (const char* name : {"index.html", "desk.js", "desk.css", "LICENSES.txt"}) {
      fs::create_directories(options_.output);
      fs::copy_file(fs::path(options_.web_directory) / name, fs::path(options_.output) / name, fs::copy_options::overwrite_existing);
    }
    put("data/observations.js", observations_script(database_, options_.vocabulary_directory, sample_text(options_.dataset)));
    put("data/texts.js", texts_script(database_));
    const DeskDecisions decisions(database_, options_.dataset);
    put("data/decisions.js", desk_script("", decisions.states_json()));
    write_documents();
    write_pages();
    return written_;
  }

 private:
  void put(const std::string& name, const std::string& content) {
    const fs::path path = fs::path(options_.output) / name;
    fs::create_directories(path.parent_path());
    write_file(path.string(), content);
    written_.bytes += content.size();
  }

  void write_documents() {
    Statement rows(database_, "SELECT DISTINCT document_id FROM observations");
    while (rows.step()) put("data/documents/" + rows.text(0) + ".js", document_script(database_, rows.text(0)));
  }

  void write_pages() {
    const auto originals = find_originals(options_.dataset, options_.inputs, document_sizes(database_));
    const bool redacted = was_redacted(options_.dataset);
    Statement rows(database_, "SELECT DISTINCT o.document_id, o.page FROM observations o JOIN documents d USING (document_id) "
                              "WHERE o.page IS NOT NULL AND d.media_type = 'application/pdf' ORDER BY 1, 2");
    while (rows.step()) {
      const std::string original = original_of(rows.text(0), database_, originals);
      const std::string png = original.empty() ? "" : page_picture({original, rows.text(0), static_cast<int>(rows.integer(1)), picture_dpi, redacted});
      ++(png.empty() ? written_.missing : written_.pages);
      if (!png.empty()) put("pages/" + rows.text(0) + "/" + rows.text(1) + ".png", png);
    }
  }

  const SiteOptions& options_;
  Database database_;
  Written written_;
};

}  // namespace

int site(const SiteOptions& options) {
  if (options.redact && !was_redacted(options.dataset))
    throw std::runtime_error(options.dataset + " holds names and contact details: build it again with --redact, then make the site; pages are then blacked out too");
  const Written written = Site(options).write();
  say(counted(written.pages, "page picture") + " and " + std::to_string((written.bytes + (size_t{1} << 20) - 1) >> 20) + " MB written to " + options.output);
  if (written.missing > 0) warn(counted(written.missing, "page") + " could not be drawn; name the folders of the original files after the dataset");
  suggest("open " + options.output + "/index.html in a browser, or put the folder on a web host");
  return 0;
}

}  // namespace muster
