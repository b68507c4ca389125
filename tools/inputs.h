// The files that a person names, alone or by their folders.
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

struct InputFile {
  std::string path;    // as it can be opened
  std::string source;  // relative to the input's root: what the dataset calls it
  std::string fault;   // why it cannot be read; empty when nothing is known against it
};

struct Inputs {
  std::vector<InputFile> files;      // sorted by source, then path
  std::vector<std::string> skipped;  // "PATH: a pipe", and the like: not regular files, passed over
};

// Files as they are, folders with all their files in all depths. Hidden files (name with a leading dot) and what stands in
// `output` are passed over; links to folders are not followed. Throws std::runtime_error when an input does not exist.
Inputs find_inputs(const std::vector<std::string>& inputs, const std::string& output);

// Bytes and identity of a file. What cannot be read (or is larger than `most_bytes`) has read_error and an identity from its name.
Source load_source(const InputFile& file, size_t most_bytes);

}  // namespace muster
