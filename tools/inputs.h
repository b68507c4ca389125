// The files that a person names, alone or by their folders.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

struct InputFile {
  std::string path;    // as it can be opened
  std::string source;  // relative to the input's root: what the dataset calls it
  std::string fault;   // why it cannot be read; empty when nothing is known against it
  uint64_t size = 0;   // in bytes, when it was found
};

struct Inputs {
  std::vector<InputFile> files;      // sorted by source, then path
  std::vector<std::string> skipped;  // "PATH: a link to a folder": passed over
};

// Files as they are, folders with all their files in all depths. Hidden files (name with a leading dot) and what stands in
// `output` are passed over; links to folders are not followed; pipes and devices have their fault. Throws std::runtime_error when an input does not exist.
Inputs find_inputs(const std::vector<std::string>& inputs, const std::string& output);

// One of several parts of a batch, for several machines.
struct Shard {
  int number = 1, of = 1;
};

// Leaves the files of this shard. Files of equal content always fall into the same one.
void keep_shard(Inputs& inputs, const Shard& shard);

// Hash over the names and sizes of all files: tells whether two runs looked at the same listing.
std::string listing_hash(const Inputs& inputs);

// Identity of a file without its bytes, which are read but not kept. What cannot be read (or is larger than `most_bytes`) has
// read_error and an identity from its name.
Source identify_source(const InputFile& file, size_t most_bytes);

// Bytes and identity of a file. What cannot be read (or is larger than `most_bytes`) has read_error and an identity from its name.
Source load_source(const InputFile& file, size_t most_bytes);

}  // namespace muster
