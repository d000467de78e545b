# SPDX-License-Identifier: GPL-3.0-or-later
# Tells the system at once of the file type and the menu entry below `DATA` (share/): otherwise desktops know the files of
# the program only after the next package that happens to do it. Where the tools are missing, nothing is to be told; what
# goes into a package's folder (DESTDIR) is told where the package is installed.
if("$ENV{DESTDIR}" STREQUAL "")
    foreach(step IN ITEMS "update-mime-database|${DATA}/mime" "update-desktop-database|${DATA}/applications")
        string(REPLACE "|" ";" step "${step}")
        list(GET step 0 name)
        list(GET step 1 folder)
        find_program(tool ${name} NO_CACHE)
        if(tool AND IS_DIRECTORY "${folder}")
            execute_process(COMMAND ${tool} ${folder} OUTPUT_QUIET ERROR_QUIET) # they speak of XDG_DATA_DIRS
        endif()
        unset(tool)
    endforeach()
endif()
