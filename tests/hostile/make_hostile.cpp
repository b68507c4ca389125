// make_hostile DIR [--slice]: a folder of files that were made to harm whoever reads them: damaged, endless, enormous, lying.
// --slice: a few small ones of each kind. Everything is generated, nothing is random: the same folder on every machine.
#include <sys/stat.h>
#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "tests/hand_made_pdf.h"
#include "tests/hand_made_zip.h"

namespace fs = std::filesystem;
using muster::test::HandMadePdf;
using muster::test::stream_object;
using muster::testing::docx_of;
using muster::testing::xlsx_of;
using muster::testing::zip_of;

namespace {

// Divides counts and sizes of the slice, which is made for every test run.
struct Scale {
  bool slice = false;
  size_t of(size_t whole) const { return slice ? std::max<size_t>(1, whole / 50) : whole; }
};

class Folder {
 public:
  explicit Folder(fs::path root) : root_(std::move(root)) {}

  void put(const std::string& name, const std::string& bytes) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    ++count_;
  }
  void pipe(const std::string& name) { count_ += mkfifo((root_ / name).c_str(), 0600) == 0; }
  void link(const std::string& name, const std::string& target) {
    fs::remove(root_ / name);
    fs::create_symlink(target, root_ / name);
    ++count_;
  }
  void without_rights(const std::string& name, const std::string& bytes) {
    put(name, bytes);
    fs::permissions(root_ / name, fs::perms::none);
  }
  size_t count() const { return count_; }

 private:
  fs::path root_;
  size_t count_ = 0;
};

std::string two_digits(size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string repeated(const std::string& text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string deflated(const std::string& bytes, int window_bits) {
  z_stream z{};
  deflateInit2(&z, 9, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string text_at(int x, int y, const std::string& text) {
  return "BT /F1 12 Tf " + std::to_string(x) + ' ' + std::to_string(y) + " Td (" + text + ") Tj ET\n";
}

// A sound letter with a ruled table, the victim of what follows.
std::string sound_pdf() {
  std::string content = text_at(20, 180, "Social work vacancies at 31 March 2022");
  for (int row = 0; row < 5; ++row) {
    content += "20 " + std::to_string(60 + 20 * row) + " m 260 " + std::to_string(60 + 20 * row) + " l S\n";
    if (row < 4) content += text_at(24, 66 + 20 * row, "Team " + std::to_string(row)) + text_at(200, 66 + 20 * row, std::to_string(3 + row));
  }
  return HandMadePdf{.content = content}.bytes();
}

// A PDF of these objects, the first of which is number 1, the catalogue.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string out = "%PDF-1.7\n";
  for (size_t i = 0; i < objects.size(); ++i) out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  return out + "trailer\n<< /Root 1 0 R /Size " + std::to_string(objects.size() + 1) + " >>\n%%EOF\n";
}

void damage(Folder& folder, const Scale& scale) {
  const std::map<std::string, std::string> victims = {
      {"pdf", sound_pdf()},
      {"docx", docx_of("<w:p><w:r><w:t>Vacancies: 3</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")},
      {"xlsx", xlsx_of({{"Staff", "<sheetData><row r=\"1\"><c r=\"A1\"><v>3</v></c></row></sheetData>"}})},
      {"html", "<html><body><h1>Reply</h1><table><tr><th>Team</th><th>Vacancies</th></tr><tr><td>North</td><td>3</td></tr></table></body></html>"}};
  constexpr size_t cuts = 50;
  const size_t step = scale.slice ? 10 : 1;
  for (const auto& [kind, bytes] : victims)
    for (size_t n = 0; n < cuts; n += step) {
      if (kind != "pdf" && n % 5 != 0) continue;
      folder.put("cut/" + two_digits(n) + "-fiftieths." + kind, bytes.substr(0, bytes.size() * n / cuts));
    }
  for (const auto& [kind, bytes] : victims)
    for (size_t n = 0; n < cuts; n += step) {
      std::string flipped = bytes;
      for (size_t k = 0; k <= n / 10; ++k) flipped[(n * 7919 + k * 104729) % flipped.size()] ^= static_cast<char>(1 << (n + k) % 8);
      folder.put("flipped/" + two_digits(n) + '.' + kind, flipped);
    }
}

std::string nested(const std::string& open, const std::string& middle, const std::string& close, size_t depth) {
  return repeated(open, depth) + middle + repeated(close, depth);
}

void page_trees(Folder& folder, const Scale& scale) {
  const std::string catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
  folder.put("tree/own-parent.pdf", pdf_of({catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}));
  folder.put("tree/ring.pdf", pdf_of({catalogue, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"}));
  for (const char* count : {"-1", "999999999", "2147483647", "99999999999999999999", "0", "(many)"})
    folder.put(std::string("tree/count-") + std::string(count).substr(0, 12) + ".pdf",
               pdf_of({catalogue, std::string("<< /Type /Pages /Kids [3 0 R] /Count ") + count + " >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}));
  std::vector<std::string> deep = {catalogue};
  for (size_t n = 2; n < scale.of(20000) + 2; ++n) deep.push_back("<< /Type /Pages /Count 1 /Kids [" + std::to_string(n + 1) + " 0 R] >>");
  deep.push_back("<< /Type /Page /MediaBox [0 0 9 9] >>");
  folder.put("tree/deep.pdf", pdf_of(deep));
  std::string kids;
  for (size_t n = 0; n < scale.of(100000); ++n) kids += "3 0 R ";
  folder.put("tree/one-page-many-times.pdf", pdf_of({catalogue, "<< /Type /Pages /Kids [" + kids + "] /Count 100000 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}));
  folder.put("tree/no-catalogue.pdf", pdf_of({"<< >>"}));
  folder.put("tree/endless-reference.pdf", pdf_of({"1 0 R"}));
}

// Every level twice the one below: 2^40 fields, drawings or structure elements out of a few lines.
void doubling(Folder& folder, const Scale& scale) {
  constexpr int levels = 40;
  std::vector<std::string> fields, drawings, elements, outline;
  for (int n = 0; n < levels; ++n) {
    const std::string next = std::to_string(11 + n) + " 0 R";
    fields.push_back("<< /T (a) /Kids [" + next + ' ' + next + "] >>");
    drawings.push_back(stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + next + " >> >>", "/X Do /X Do"));
    elements.push_back("<< /Type /StructElem /S /P /K [" + next + ' ' + next + "] >>");
  }
  fields.push_back("<< /T (a) /FT /Tx >>");
  drawings.push_back(stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"));
  elements.push_back("<< /Type /StructElem /S /P >>");
  folder.put("doubling/form-fields.pdf", HandMadePdf{.content = "", .catalog_entries = "/AcroForm << /Fields [10 0 R] >>", .objects = fields}.bytes());
  if (scale.slice) return;  // each of them takes its reader's whole time, twice
  folder.put("doubling/drawings.pdf", HandMadePdf{.content = "/X Do /X Do", .resources = "/XObject << /X 10 0 R >>", .objects = drawings}.bytes());
  folder.put("doubling/structure.pdf",
             HandMadePdf{.content = text_at(9, 9, "x"), .catalog_entries = "/MarkInfo << /Marked true >> /StructTreeRoot << /K [10 0 R] >>", .objects = elements}.bytes());
  folder.put("doubling/drawing-draws-itself.pdf",
             HandMadePdf{.content = "/X Do", .resources = "/XObject << /X 10 0 R >>",
                         .objects = {stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 10 0 R >> >>", "/X Do /X Do")}}.bytes());
  folder.put("doubling/structure-ring.pdf",
             HandMadePdf{.content = "", .catalog_entries = "/MarkInfo << /Marked true >> /StructTreeRoot << /K 10 0 R >>", .objects = {"<< /S /P /K [10 0 R 10 0 R] >>"}}.bytes());
}

void bombs(Folder& folder, const Scale& scale) {
  const std::string zeros(scale.of(512u << 20), ' ');
  const std::string once = deflated(zeros, 15), raw = deflated(zeros, -15);
  folder.put("bomb/page-of-blanks.pdf", HandMadePdf{.content = "/X Do", .resources = "/XObject << /X 10 0 R >>",
                                                    .objects = {stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", once)}}.bytes());
  folder.put("bomb/twice-packed.pdf",
             HandMadePdf{.content = "/X Do", .resources = "/XObject << /X 10 0 R >>",
                         .objects = {stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [/FlateDecode /FlateDecode]", deflated(once, 15))}}.bytes());
  const std::string glyphs = deflated(repeated("BT /F1 9 Tf 9 9 Td (1234567890) Tj ET\n", scale.of(3'000'000)), 15);
  folder.put("bomb/thirty-million-glyphs.pdf", HandMadePdf{.content = "/X Do", .resources = "/XObject << /X 10 0 R >>",
                                                     .objects = {stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> >> /Filter /FlateDecode", glyphs)}}.bytes());
  const std::string lines = deflated(repeated("0 0 m 9 9 l S\n", scale.of(5'000'000)), 15);
  folder.put("bomb/five-million-lines.pdf", HandMadePdf{.content = "/X Do", .resources = "/XObject << /X 10 0 R >>",
                                                  .objects = {stream_object("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode", lines)}}.bytes());
  folder.put("bomb/picture-of-a-million-rows.pdf",
             HandMadePdf{.content = "300 0 0 200 0 0 cm /X Do", .resources = "/XObject << /X 10 0 R >>",
                         .objects = {stream_object("/Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", once)}}.bytes());
  // A member that unpacks to half a gigabyte, as document text, as sheet and as plain member; the sizes in the directory lie or tell.
  for (const bool lies : {false, true}) {
    const std::string how = lies ? "lying" : "telling";
    const auto packed = [&](const std::string& name) { return muster::testing::zip_of_packed(name, raw, lies ? 10 : zeros.size(), muster::testing::crc32_of(lies ? "" : "x")); };
    folder.put("bomb/" + how + ".zip", packed("letter.txt"));
    folder.put("bomb/" + how + ".docx", packed("word/document.xml"));
    folder.put("bomb/" + how + ".xlsx", packed("xl/workbook.xml"));
  }
}

void zips(Folder& folder, const Scale& scale) {
  std::string inner = zip_of({{"letter.txt", "Vacancies: 3\n"}});
  for (size_t n = 0; n < scale.of(100); ++n) inner = zip_of({{"inner.zip", inner}});
  folder.put("zip/hundred-deep.zip", inner);
  std::vector<std::pair<std::string, std::string>> many;
  for (size_t n = 0; n < scale.of(20000); ++n) many.emplace_back("letter " + std::to_string(n) + ".txt", "");
  folder.put("zip/twenty-thousand-members.zip", zip_of(many));
  folder.put("zip/names.zip", zip_of({{"../../../etc/passwd", "x"}, {"/etc/passwd", "x"}, {"a\nb.txt", "Not held"}, {"\xFF\xFE.txt", "x"}, {"", "x"}, {"same.txt", "1"}, {"same.txt", "2"}}));
  folder.put("zip/no-members.zip", zip_of({}));
  folder.put("zip/directory-cut.zip", zip_of({{"letter.txt", "Vacancies: 3\n"}}).substr(0, 60));
}

void geometry(Folder& folder, const Scale& scale) {
  const std::pair<const char*, std::string> pages[] = {
      {"giant-coordinates", "1e30 0 0 1e30 0 0 cm " + text_at(1000000000, 1000000000, "Vacancies 3")},
      {"not-a-number", "nan inf -inf nan 0 0 cm BT /F1 nan Tf inf nan Td (Vacancies 3) Tj ET"},
      {"singular-matrix", "0 0 0 0 0 0 cm " + text_at(9, 9, "Vacancies 3")},
      {"text-without-size", "BT /F1 0 Tf 9 9 Td (Vacancies 3) Tj ET"},
      {"text-of-enormous-size", "BT /F1 99999999 Tf 9 9 Td (Vacancies 3) Tj ET"},
      {"half-a-million-saves", repeated("q ", scale.of(500000))},
      {"half-a-million-restores", repeated("Q ", scale.of(500000))},
      {"deep-array", nested("[", "", "]", scale.of(500000)) + " TJ"},
      {"deep-dictionary", "/P " + nested("<< /A ", "1", " >>", scale.of(500000)) + " BDC"},
      {"endless-string", "BT /F1 9 Tf (" + repeated("a", scale.of(20'000'000)) + " Tj ET"},
      {"dashes", "[0.0000001 0.0000001] 0 d 0 0 m 1000000 1000000 l S"},
      {"sixty-thousand-rulings", [&] {
         std::string out;
         for (size_t n = 0; n < scale.of(60000); ++n) out += std::to_string(n % 300) + ' ' + std::to_string(n % 199) + " m 300 " + std::to_string(n % 199) + " l S\n";
         return out;
       }()},
      {"grid-of-a-million-cells", [&] {
         std::string out;
         for (size_t n = 0; n < scale.of(2000); ++n)
           out += "0 " + std::to_string(n * 7 % 14000) + " m 14000 " + std::to_string(n * 7 % 14000) + " l S " + std::to_string(n * 7 % 14000) + " 0 m " + std::to_string(n * 7 % 14000) + " 14000 l S\n";
         return out;
       }()}};
  for (const auto& [name, content] : pages)
    folder.put(std::string("page/") + name + ".pdf",
               HandMadePdf{.content = content, .page_entries = std::string(name).starts_with("grid") ? "/MediaBox [0 0 14000 14000]" : "/MediaBox [0 0 300 200]"}.bytes());
  for (const char* box : {"[0 0 0 0]", "[0 0 1e38 1e38]", "[nan nan nan nan]", "[300 200 0 0]", "[0 0]", "(none)", "[-1e9 -1e9 1e9 1e9]"})
    folder.put("page/box-" + std::to_string(folder.count()) + ".pdf", HandMadePdf{.content = text_at(9, 9, "Vacancies 3"), .page_entries = std::string("/MediaBox ") + box}.bytes());
}

void markup(Folder& folder, const Scale& scale) {
  const size_t million = scale.of(1'000'000);
  for (const char* tag : {"div", "b", "table", "ul", "a", "p", "form", "select", "svg", "button"})
    folder.put(std::string("html/nested-") + tag + ".html", "<html><body>" + repeated(std::string("<") + tag + '>', million) + "Vacancies: 3");
  folder.put("html/table-in-cell.html", "<html><body>" + repeated("<table><tr><td>", million) + "3");
  folder.put("html/closed-million.html", "<html><body>" + nested("<i>", "3", "</i>", million));
  folder.put("html/half-million-attributes.html", "<html><body><p " + [&] {
    std::string out;
    for (size_t n = 0; n < scale.of(500'000); ++n) out += "a" + std::to_string(n) + "=1 ";
    return out;
  }() + ">3</p>");
  folder.put("html/spans-of-a-billion.html", "<table>" + repeated("<tr><td rowspan=999999999 colspan=999999999>3</td></tr>", scale.of(2000)) + "</table>");
  folder.put("html/table-of-a-million-cells.html", "<table>" + repeated("<tr>" + repeated("<td>3", 1000) + "</tr>", scale.of(1000)) + "</table>");
  folder.put("html/entities.html", "<p>" + repeated("&#1114112;&#0;&#xD800;&nosuch;", scale.of(200'000)));
  folder.put("html/unclosed-comment.html", "<p>3<!--" + repeated("<p>", million));
  folder.put("html/unclosed-script.html", "<p>3<script>" + repeated("<p>", million));
  folder.put("xml/billion-laughs.docx", zip_of({{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", muster::testing::relationships({{"officeDocument", "word/document.xml"}})},
                                                {"word/document.xml", "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"}}));
  folder.put("xml/outside-entity.docx", zip_of({{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", muster::testing::relationships({{"officeDocument", "word/document.xml"}})},
                                                {"word/document.xml", "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"}}));
  folder.put("xml/deep.docx", docx_of(nested("<w:sdt>", "<w:p/>", "</w:sdt>", scale.of(300'000))));
  folder.put("xml/nested-tables.docx", docx_of(nested("<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", scale.of(100'000))));
  folder.put("xml/far-cell.xlsx", xlsx_of({{"Far", "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row></sheetData>"}}));
  folder.put("xml/beyond-the-last-cell.xlsx", xlsx_of({{"Far", "<sheetData><row r=\"4294967296\"><c r=\"ZZZZZZZZZ99999999999\"><v>3</v></c></row></sheetData>"}}));
  folder.put("xml/merge-all.xlsx", xlsx_of({{"All", "<sheetData><row r=\"1\"><c r=\"A1\"><v>3</v></c></row></sheetData><mergeCells>" + repeated("<mergeCell ref=\"A1:XFD1048576\"/>", scale.of(1000)) + "</mergeCells>"}}));
  folder.put("xml/million-cells.xlsx", xlsx_of({{"Full", "<sheetData>" + repeated("<row>" + repeated("<c><v>3</v></c>", 1000) + "</row>", scale.of(1000)) + "</sheetData>"}}));
}

void texts(Folder& folder, const Scale& scale) {
  folder.put("text/one-line.txt", repeated("Vacancies: 3 ", scale.of(200u << 20) / 13));
  folder.put("text/lines-without-end.txt", repeated("\n", scale.of(20'000'000)));
  folder.put("text/questions.txt", [&] {
    std::string out;
    for (size_t n = 1; n < scale.of(20'000); ++n) out += std::to_string(n) + ". How many social workers do you employ?\nAnswer: " + std::to_string(n) + "\n\n";
    return out;
  }());
  folder.put("text/brackets.txt", "Vacancies " + repeated("(", scale.of(1'000'000)) + "3");
  folder.put("text/digits.txt", "Vacancies: " + repeated("9", scale.of(1'000'000)) + '\n');
  folder.put("text/tabs.txt", repeated(repeated("3\t", 2000) + '\n', scale.of(500)));
  folder.put("text/bars.txt", repeated("|" + repeated("3|", 1000) + '\n', scale.of(500)));
  folder.put("text/zeros.txt", std::string(scale.of(1'000'000), '\0'));
  folder.put("text/broken-utf8.txt", repeated("Vacancies: \xF0\x9F\x98 3\xC0\x80\n", scale.of(100'000)));
  folder.put("text/marks-upon-marks.txt", "Vacancies: 3" + repeated("\xCC\x81", scale.of(500'000)));
  folder.put("text/right-to-left.txt", repeated("\xE2\x80\xAE" "3 :seicnacaV\n", scale.of(10'000)));
  folder.put("text/utf16-cut.txt", std::string("\xFF\xFEV\0a\0c\0\x00\xD8", 10));
}

void odd_files(Folder& folder, const Scale&) {
  folder.put("odd/nothing.pdf", "");
  folder.put("odd/nothing", "");
  folder.put("odd/a page.pdf", "<html><body><p>Vacancies: 3</p></body></html>");
  folder.put("odd/a letter.html", sound_pdf());
  folder.put("odd/only-the-first-line.pdf", "%PDF-1.7\n");
  folder.put("odd/two in one.pdf", sound_pdf() + sound_pdf());
  folder.put("odd/noise before.pdf", std::string(900, '\xAA') + sound_pdf());
  folder.put("odd/a\nline break.txt", "Not held\n");
  folder.put("odd/\xFF\xFE bad name.txt", "Not held\n\n");
  folder.put("odd/" + std::string(200, 'n') + ".txt", "Not held\n\n\n");
  folder.put("odd/-rf.txt", "Not held\n\n\n\n");
  folder.without_rights("odd/forbidden.txt", "Vacancies: 3\n");
  folder.pipe("odd/pipe");
  folder.link("odd/device", "/dev/zero");
  folder.link("odd/dangling.pdf", "nowhere");
  folder.link("odd/loop.pdf", "loop.pdf");
  folder.put("mail/no-end.eml", "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x\n");
  std::string nested_mail = "From: a@b\nContent-Type: text/plain\n\nVacancies: 3\n";
  for (int n = 0; n < 200; ++n) nested_mail = "From: a@b\nContent-Type: message/rfc822\n\n" + nested_mail;
  folder.put("mail/two-hundred-deep.eml", nested_mail);
  folder.put("mail/thousand-parts.eml", "From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n" + repeated("--x\nContent-Type: text/plain\n\nVacancies: 3\n", 1000) + "--x--\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: make_hostile DIR [--slice]\n";
    return 2;
  }
  const Scale scale{argc > 2 && std::strcmp(argv[2], "--slice") == 0};
  Folder folder(argv[1]);
  for (const auto& make : {damage, page_trees, doubling, bombs, zips, geometry, markup, texts, odd_files}) make(folder, scale);
  std::cout << folder.count() << '\n';
}
