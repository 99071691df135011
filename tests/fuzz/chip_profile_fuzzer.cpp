// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/failure.hpp"
#include "chip/personalization/encoder.hpp"
#include "tests/support/paths.hpp"

/// A chip profile that someone wrote, and the commands that would follow from it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kSchema =
        base::xml::Schema::compile(support::sourceDir() / "templates" / "schemas" / "chip-profile.xsd");
    const auto document = base::xml::Document::parse({data, size});
    if (!document) return 0;
    const auto profile = chip::ChipProfile::read(*document, kSchema);
    if (!profile) return 0;
    chip::ChipContent content;
    for (const auto& rule : profile->files) content.files[rule.file] = base::Bytes(300, 0x61);
    content.mrz = chip::MrzKey::of("T22000129", "640812", "301031");
    content.cardAccessNumber = base::SecretBytes::copyOf(std::string_view{"481532"});
    (void)chip::Encoder{*profile}.plan(content, profile->chunk);
    return 0;
}
