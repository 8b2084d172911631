//! Every change of clocks from 2015 to 2040 in a dozen zones, against a scan of UTC that shares no code with resolving.
