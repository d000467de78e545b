# SPDX-License-Identifier: GPL-3.0-or-later
# The interface font is taken from the system's package at configure time and embedded by the build.
find_file(OPENSANS_REGULAR OpenSans-Regular.ttf
    PATHS /usr/share/fonts/truetype/open-sans /usr/share/fonts/open-sans /usr/share/fonts/TTF)
find_file(OPENSANS_SEMIBOLD NAMES OpenSans-SemiBold.ttf OpenSans-Semibold.ttf
    PATHS /usr/share/fonts/truetype/open-sans /usr/share/fonts/open-sans /usr/share/fonts/TTF)
if(NOT OPENSANS_REGULAR OR NOT OPENSANS_SEMIBOLD)
    message(FATAL_ERROR "Open Sans (Regular and Semibold) is needed: Debian package fonts-open-sans")
endif()
