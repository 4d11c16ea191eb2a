//! Arguments, exit statuses and messages.
