// Prints area, measure, status and value of every observation in the files that it is given.
#include <muster/tools/read_document.h>

#include <fstream>
#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
  const auto knowledge = muster::load_vocabularies(VOCABULARY_DIR, "");
  for (int i = 1; i < argc; ++i) {
    std::ostringstream bytes;
    bytes << std::ifstream(argv[i], std::ios::binary).rdbuf();
    for (const muster::DocumentResult& document : muster::read_documents({.name = argv[i], .bytes = bytes.str()}, *knowledge))
      for (const muster::Observation& o : document.interpretation.observations)
        std::cout << o.area_code << ' ' << o.measure << ' ' << o.quantity.status << ' ' << o.quantity.value << '\n';
  }
}
