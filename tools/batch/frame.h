// What travels between the program and its workers: a length of eight bytes (little-endian), then that many bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muster {

// Nothing that a worker sends is believed beyond this: a larger length is a damaged stream.
inline constexpr size_t most_frame_bytes = size_t{1} << 30;

std::string framed(std::string_view payload);

// Takes the first whole frame off the front of what has arrived; nothing while it is not whole.
// Throws ParseError (schemas/serialise.h) on a length beyond most_frame_bytes.
std::optional<std::string> take_frame(std::string& arrived);

// For the worker's side, which has nothing else to do: blocks. Nothing at the end of the stream.
std::optional<std::string> read_frame(int descriptor);
// False when the other side is gone.
bool write_frame(int descriptor, std::string_view payload);

}  // namespace muster
