//! Analysis and notebook joined: the one value that the window and every export read.
