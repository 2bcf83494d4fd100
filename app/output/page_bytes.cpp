#include "app/output/page_bytes.hpp"

#ifdef SALESIM_PAGE_FILE

// The assembler takes the file as it is; nothing else reads half a megabyte as fast.
asm(R"(
  .section .rodata
  .global salesim_page_begin
  .global salesim_page_end
salesim_page_begin:
  .incbin ")" SALESIM_PAGE_FILE R"("
salesim_page_end:
  .byte 0
  .text
)");

extern "C" {
extern const char salesim_page_begin[];
extern const char salesim_page_end[];
}

namespace app {

std::string_view page_bytes() { return {salesim_page_begin, salesim_page_end}; }

}  // namespace app

#else

namespace app {

std::string_view page_bytes() { return {}; }

}  // namespace app

#endif
