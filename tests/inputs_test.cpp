#include "tools/inputs.h"

#include <doctest/doctest.h>

#include "schemas/identity.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> sources(const Inputs& inputs) {
  std::vector<std::string> out;
  for (const InputFile& file : inputs.files) out.push_back(file.source);
  return out;
}

}  // namespace

TEST_CASE("inputs: folders in all depths, sorted, named from their root; hidden files and the output are passed over") {
  const fs::path root = test_directory("inputs");
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.txt", ".hidden/x.txt", ".x", "out/observations.csv"}) put_file(root / name, "x");
  CHECK(sources(find_inputs({root.string()}, (root / "out").string())) == std::vector<std::string>{"a/b/c.txt", "a/z.txt", "b.txt"});
  CHECK(sources(find_inputs({(root / "a").string() + "/", (root / "b.txt").string()}, "")) ==
        std::vector<std::string>{"b.txt", "b/c.txt", "z.txt"});
  CHECK(sources(find_inputs({(root / "b.txt").string(), (root / "b.txt").string()}, "")) == std::vector<std::string>{"b.txt"});
  CHECK_THROWS_WITH(find_inputs({(root / "none").string()}, ""), doctest::Contains("no such file or folder"));
}

TEST_CASE("inputs: a file's identity comes from its content; one that cannot be read keeps its name and says why") {
  const fs::path root = test_directory("load");
  put_file(root / "a.txt", "abc");
  const Source read = load_source({(root / "a.txt").string(), "a.txt", {}}, 100);
  CHECK(read.content_sha256 == sha256_hex("abc"));
  CHECK(read.document_id == document_id(sha256_hex("abc"), {}, {}));
  const Source large = load_source({(root / "a.txt").string(), "a.txt", {}}, 2);
  CHECK(large.bytes.empty());
  CHECK(large.read_error.find("more than") != std::string::npos);
  const Source gone = load_source({(root / "gone.txt").string(), "gone.txt", {}}, 100);
  CHECK_FALSE(gone.read_error.empty());
  CHECK(gone.document_id != large.document_id);
}
