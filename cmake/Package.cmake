# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts beside the program (man pages, documents), and the Debian package that `cpack` makes of it.
include(GNUInstallDirs)
# Packing needs the program, not its tests.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tickmark)
set(CPACK_PACKAGE_VENDOR Tickmark)
set(CPACK_PACKAGE_CONTACT "Tickmark <tickmark@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "market dashboard that checks the numbers in the news")
set(CPACK_PACKAGE_DESCRIPTION
    "Quotes, ticks and news excerpts in one file; linked charts with the headlines\npinned on them; the numbers in the news checked against the quotes; charts and\nreports for print. In German and English.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
# Whatever the umask of the checkout and of the build was.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Loaded while the program runs, so that no library asks for them: Qt's own German, the keychain, zones, certificates.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-translations-l10n, tzdata, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libsecret-1-0")

# Packed without a name and a time, so that two builds are the same; sets `packed` to the path.
find_program(GZIP_PROGRAM gzip)
function(tickmark_pack path)
    if(GZIP_PROGRAM)
        execute_process(COMMAND ${GZIP_PROGRAM} -9nf ${path} COMMAND_ERROR_IS_FATAL ANY)
        string(APPEND path .gz)
    endif()
    set(packed ${path} PARENT_SCOPE)
endfunction()

# Man pages carry the version.
foreach(language IN ITEMS "" de)
    set(folder man/${language})
    set(page ${PROJECT_BINARY_DIR}/docs/${folder}/tickmark.1)
    configure_file(docs/${folder}/tickmark.1.in ${page} @ONLY)
    tickmark_pack(${page})
    install(FILES ${packed} DESTINATION ${CMAKE_INSTALL_MANDIR}/${language}/man1)
endforeach()

# In the folder that Debian names after the package; its changelog of the package points to that of the program.
set(documents ${CMAKE_INSTALL_DATAROOTDIR}/doc/${CPACK_PACKAGE_NAME})
configure_file(CHANGELOG.md ${PROJECT_BINARY_DIR}/docs/changelog COPYONLY)
tickmark_pack(${PROJECT_BINARY_DIR}/docs/changelog)
install(FILES ${packed} DESTINATION ${documents})
configure_file(resources/package/changelog.in ${PROJECT_BINARY_DIR}/docs/changelog.Debian @ONLY)
tickmark_pack(${PROJECT_BINARY_DIR}/docs/changelog.Debian)
install(FILES ${packed} resources/package/copyright README.md DESTINATION ${documents})

install(CODE "set(DATA \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}\")
include(\"${CMAKE_CURRENT_LIST_DIR}/RefreshCaches.cmake\")")

# Everything that was installed, taken out again: cmake --build build/release --target uninstall
add_custom_target(uninstall
    COMMAND ${CMAKE_COMMAND} -D MANIFEST=${PROJECT_BINARY_DIR}/install_manifest.txt -P ${CMAKE_CURRENT_LIST_DIR}/Uninstall.cmake
    VERBATIM)

include(CPack)
