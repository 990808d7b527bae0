// Nothing of libxml2 reaches Swift: its headers pull in ICU, which clashes with Foundation's. This target only makes pkg-config's
// search path known to CMarkup, the one place that includes them.
