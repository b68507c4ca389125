# Writes stage_versions.cpp: for each stage one hash over the names and bytes of its sources.
#   cmake -DROOT=source directory -DOUTPUT=file -P stage_versions.cmake
function(version_of variable)
  set(hashes "")
  foreach(room ${ARGN})
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${room}/*.h ${ROOT}/${room}/*.cpp)
    list(SORT files)
    foreach(file ${files})
      file(SHA256 ${ROOT}/${file} hash)
      string(APPEND hashes "${file} ${hash}\n")
    endforeach()
  endforeach()
  string(SHA256 version "${hashes}")
  set(${variable} ${version} PARENT_SCOPE)
endfunction()

version_of(extraction schemas extractors)
version_of(interpretation schemas normalizers)
version_of(reconciliation schemas dataset)
file(WRITE ${OUTPUT}.new "#include \"tools/stage_versions.h\"

namespace muster {

const char* const extraction_version = \"${extraction}\";
const char* const interpretation_version = \"${interpretation}\";
const char* const reconciliation_version = \"${reconciliation}\";

}  // namespace muster
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(REMOVE ${OUTPUT}.new)
