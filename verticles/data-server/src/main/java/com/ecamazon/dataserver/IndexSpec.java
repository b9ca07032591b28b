package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** What an index is asked to be. */
record IndexSpec(String name, List<IndexKey> keys, boolean unique, boolean sparse) {}
