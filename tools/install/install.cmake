# What `cmake --install` and `cpack` hand out: the program with its vocabularies, manual and completion (component `program`, package
# muster), and the library for other programs (component `library`, package libmuster-dev). Tested by tests/install.

install(TARGETS muster RUNTIME DESTINATION bin COMPONENT program)
install(DIRECTORY schemas/vocabulary schemas/reference DESTINATION share/muster COMPONENT program)
install(FILES LICENSE DESTINATION share/doc/muster RENAME copyright COMPONENT program)
install(FILES README.md CHANGELOG.md DESTINATION share/doc/muster COMPONENT program)
install(DIRECTORY docs DESTINATION share/doc/muster COMPONENT program)

# Manual pages and completion come from the program's own table of options.
set(manual ${PROJECT_BINARY_DIR}/manual)
add_custom_command(OUTPUT ${manual}/cli.md COMMAND muster manual ${manual} DEPENDS muster COMMENT "Writing the manual" VERBATIM)
add_custom_target(muster_manual ALL DEPENDS ${manual}/cli.md)
install(DIRECTORY ${manual}/man1 DESTINATION share/man COMPONENT program)
install(FILES ${manual}/completion.bash DESTINATION share/bash-completion/completions RENAME muster COMPONENT program)

# The library: few headers, static archives, and a description for find_package(muster).
set(public_headers diagnostic geometry observation outline result source table)
list(TRANSFORM public_headers PREPEND schemas/)
list(TRANSFORM public_headers APPEND .h)
install(FILES ${public_headers} DESTINATION include/muster/schemas COMPONENT library)
install(FILES tools/read_document.h DESTINATION include/muster/tools COMPONENT library)
set_target_properties(muster_library PROPERTIES EXPORT_NAME muster)
target_include_directories(muster_library INTERFACE $<INSTALL_INTERFACE:include> $<INSTALL_INTERFACE:include/muster>)
set(library_config ${CMAKE_INSTALL_LIBDIR}/cmake/muster)
install(TARGETS muster_library muster_schemas muster_extractors muster_normalizers EXPORT muster_targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/muster COMPONENT library)
install(EXPORT muster_targets NAMESPACE muster:: DESTINATION ${library_config} COMPONENT library)
include(CMakePackageConfigHelpers)
set(vocabulary_directory share/muster/vocabulary)
configure_package_config_file(tools/install/muster-config.cmake.in generated/muster-config.cmake
                              INSTALL_DESTINATION ${library_config} PATH_VARS vocabulary_directory)
write_basic_package_version_file(generated/muster-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/generated/muster-config.cmake ${PROJECT_BINARY_DIR}/generated/muster-config-version.cmake
        DESTINATION ${library_config} COMPONENT library)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME muster)
set(CPACK_PACKAGE_CONTACT "muster developers <muster@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "one workforce dataset from councils' replies and papers")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME muster)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS sqlite3)
if(TESSERACT_FOUND)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS tesseract-ocr-eng)  # the recogniser's data, which no shared library tells of
endif()
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "Reads freedom-of-information replies and committee papers about the social-care workforce
and writes one dataset in which every figure has its place on its page.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libmuster-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "muster (= ${PROJECT_VERSION}), libpoppler-private-dev, libxml2-dev, libgumbo-dev, libicu-dev, libre2-dev, libzip-dev, libarchive-dev, libpng-dev, libssl-dev, zlib1g-dev")
if(TESSERACT_FOUND)
  string(APPEND CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS ", libtesseract-dev, libleptonica-dev")
endif()
if(GMIME_FOUND)
  string(APPEND CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS ", libgmime-3.0-dev")
endif()
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "The reading of documents as a library for other programs: find_package(muster).")
include(CPack)
