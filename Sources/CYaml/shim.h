/* libyaml for Swift. */
#ifndef LOCALTENANT_CYAML_H
#define LOCALTENANT_CYAML_H

#include <yaml.h>

#endif
