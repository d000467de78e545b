# SPDX-License-Identifier: GPL-3.0-or-later
# Tells the system at once of the file type and the menu entry below `DATA` (share/): otherwise desktops know the files of
# the program only after the next package that happens to do it. Where the tools are missing, nothing is to be told; what
# goes into a package's folder (DESTDIR) is told where the package is installed.
if("$ENV{DESTDIR}" STREQUAL "")
    set(names update-mime-database update-desktop-database)
    set(folders ${DATA}/mime ${DATA}/applications)
    foreach(name folder IN ZIP_LISTS names folders)
        find_program(tool ${name} NO_CACHE)
        if(tool AND IS_DIRECTORY "${folder}")
            execute_process(COMMAND ${tool} ${folder} OUTPUT_QUIET ERROR_QUIET) # they speak of XDG_DATA_DIRS
        endif()
        unset(tool)
    endforeach()
endif()
