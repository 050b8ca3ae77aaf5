/* libnghttp2, 1.52 or later: older names of its functions are used, which later releases still offer. */
#ifndef LOCALTENANT_CNGHTTP2_H
#define LOCALTENANT_CNGHTTP2_H

#include <nghttp2/nghttp2.h>

#endif
