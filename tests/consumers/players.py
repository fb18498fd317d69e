# SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
# SPDX-License-Identifier: MIT
"""What VLC makes of a playlist, asked of its library: the program itself refuses to run as root."""

import ctypes
import time

POINTER = ctypes.c_void_p
TEXT = ctypes.c_char_p


def _library():
    return ctypes.CDLL("libvlc.so.5")


def has_vlc():
    try:
        _library()
    except OSError:
        return False
    return True


def vlc_items(file):
    """Artist, title and address of each entry."""
    vlc = _library()

    def function(name, result, *arguments):
        found = getattr(vlc, name)
        found.restype, found.argtypes = result, arguments
        return found

    meta = function("libvlc_media_get_meta", TEXT, POINTER, ctypes.c_int)
    address = function("libvlc_media_get_mrl", TEXT, POINTER)
    options = (TEXT * 1)(b"--quiet")
    instance = function("libvlc_new", POINTER, ctypes.c_int, ctypes.POINTER(TEXT))(1, options)
    media = function("libvlc_media_new_path", POINTER, POINTER, TEXT)(instance, str(file).encode())
    function("libvlc_media_parse_with_options", ctypes.c_int, POINTER, ctypes.c_int, ctypes.c_int)(media, 0, 20000)
    status = function("libvlc_media_get_parsed_status", ctypes.c_int, POINTER)
    end = time.monotonic() + 25
    while status(media) == 0 and time.monotonic() < end:
        time.sleep(0.05)
    items = function("libvlc_media_subitems", POINTER, POINTER)(media)
    function("libvlc_media_list_lock", None, POINTER)(items)
    count = function("libvlc_media_list_count", ctypes.c_int, POINTER)(items)
    item = function("libvlc_media_list_item_at_index", POINTER, POINTER, ctypes.c_int)
    entries = [item(items, index) for index in range(count)]
    return [tuple((value or b"").decode("utf-8", "replace") for value in (meta(entry, 1), meta(entry, 0), address(entry)))
            for entry in entries]
