# SPDX-License-Identifier: GPL-3.0-or-later
# `uninstall` in a folder that others use, too: cmake -D ROOT=<project> -D WORK=<folder> -P uninstall.cmake
file(REMOVE_RECURSE ${WORK})

# Writes what `cmake --install` and the desktop's tools write, and the manifest of it.
function(install_into folder)
    set(own share/mime/packages/org.tickmark.Tickmark.xml share/applications/org.tickmark.Tickmark.desktop
            share/doc/tickmark/README.md bin/tickmark)
    foreach(file IN LISTS own)
        file(WRITE ${folder}/${file} "ours")
    endforeach()
    foreach(file IN ITEMS share/mime/mime.cache share/mime/globs share/applications/mimeinfo.cache)
        file(WRITE ${folder}/${file} "made of it")
    endforeach()
    list(TRANSFORM own PREPEND "${folder}/")
    list(JOIN own "\n" manifest)
    file(WRITE ${folder}/manifest.txt "${manifest}\n")
endfunction()

function(uninstall_from folder)
    execute_process(COMMAND ${CMAKE_COMMAND} -D MANIFEST=${folder}/manifest.txt -P ${ROOT}/cmake/Uninstall.cmake
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    file(REMOVE ${folder}/manifest.txt)
endfunction()

install_into(${WORK}/alone)
uninstall_from(${WORK}/alone)
file(GLOB_RECURSE left ${WORK}/alone/*)
if(left OR EXISTS ${WORK}/alone/share/mime OR EXISTS ${WORK}/alone/share/doc/tickmark)
    message(FATAL_ERROR "Left behind: ${left}")
endif()

set(foreign share/applications/mimeapps.list share/applications/wine/Other.desktop share/mime/other.txt
            share/doc/tickmark/note.txt)
install_into(${WORK}/shared)
foreach(file IN LISTS foreign)
    file(WRITE ${WORK}/shared/${file} "theirs")
endforeach()
uninstall_from(${WORK}/shared)
foreach(file IN LISTS foreign)
    if(NOT EXISTS ${WORK}/shared/${file})
        message(FATAL_ERROR "Taken from others: ${file}")
    endif()
endforeach()
if(EXISTS ${WORK}/shared/bin/tickmark OR EXISTS ${WORK}/shared/share/mime/packages/org.tickmark.Tickmark.xml)
    message(FATAL_ERROR "Not uninstalled.")
endif()
