#pragma once

namespace app {

/// Makes sure that descriptors 0, 1 and 2 are taken, so that no file of ours can be mistaken for one of them, and that
/// a reader who has gone away is an error and not a signal: files are put away before the program ends.
void secure_standard_streams();

}  // namespace app
