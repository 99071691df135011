// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"
#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg12.hpp"
#include "tests/chip/lint/lint_case.hpp"

namespace chip::lint {
namespace {

using lds::File;

/// The specimen's zone with characters of one line replaced.
void changeZone(Specimen& specimen, std::size_t line, std::size_t at, std::string_view by) {
    auto dg1 = lds::decodeDg1(specimen.file(File::Dg1))->content;
    dg1.lines[line].replace(at, by.size(), by);
    specimen.put(File::Dg1, *lds::encodeDg1(dg1));
}

lds::Com comOf(Specimen& specimen) { return lds::decodeCom(specimen.file(File::Com))->content; }

void changeCom(Specimen& specimen, const std::function<void(lds::Com&)>& change) {
    auto com = comOf(specimen);
    change(com);
    specimen.file(File::Com) = lds::encodeCom(com);
}

void putDg11(Specimen& specimen, std::string_view elements) { specimen.put(File::Dg11, tlv(0x6B, {hex(elements)})); }

}  // namespace

std::vector<Case> detailCases() {
    return {
        {"lint.unreadable", File::Sod, [](auto& chip) { chip.file(File::Sod) = hex("770430020500"); }},
        {"lds.malformed", File::Dg7, [](auto& chip) { chip.put(File::Dg7, hex("6700")); }},
        {"lds.trailing-octets", File::Dg1, [](auto& chip) { chip.file(File::Dg1).push_back(0); }},
        {"lint.length-form", File::Dg1,
         [](auto& chip) {
             auto octets = chip.file(File::Dg1);
             octets.insert(octets.begin() + 1, 0x81);
             chip.put(File::Dg1, octets);
         }},
        {"lint.element-order", File::Com,
         [](auto& chip) {
             chip.file(File::Com) =
                 hex("60185f36063034303030305f0104303130385c06"
                     "6175676b6c6e6f");
             chip.file(File::Com)[1] = 0x19;
             chip.file(File::Com)[19] = 0x07;
         }},
        {"lint.foreign-element", File::Dg12,
         [](auto& chip) {
             chip.put(File::Dg12, hex("6c0e5c045f195f0e"
                                      "5f190141"
                                      "5f0e0141"));
         }},
        {"lint.element-twice", File::Dg12,
         [](auto& chip) {
             chip.put(File::Dg12, hex("6c0c5c025f19"
                                      "5f190141"
                                      "5f190142"));
         }},
        {"lint.element-long", File::Dg12,
         [](auto& chip) {
             const auto text = base::tlv::encode(0x5F19, base::Bytes(100, 'A'));
             chip.put(File::Dg12, tlv(0x6C, {hex("5c025f19"), text}));
         }},
        {"lint.not-utf-8", File::Dg12, [](auto& chip) { chip.put(File::Dg12, *lds::encodeDg12({"INSTITUCI\xD3N"})); }},
        {"lds.unknown-tag", File::Com,
         [](auto& chip) {
             auto& com = chip.file(File::Com);
             com.back() = 0x78;
         }},
        {"lint.lds-version-form", File::Com,
         [](auto& chip) { changeCom(chip, [](auto& com) { com.ldsVersion = "1.8 "; }); }},
        {"lint.unicode-version-form", File::Com,
         [](auto& chip) { changeCom(chip, [](auto& com) { com.unicodeVersion = "4.0.0 "; }); }},
        {"lint.lds-versions-differ", File::Com,
         [](auto& chip) { changeCom(chip, [](auto& com) { com.ldsVersion = "0107"; }); }},
        {"lint.index-differs", File::Com,
         [](auto& chip) { changeCom(chip, [](auto& com) { com.dataGroups.pop_back(); }); }},
        {"lint.index-order", File::Com,
         [](auto& chip) {
             auto& com = chip.file(File::Com);
             std::swap(com.back(), com[com.size() - 2]);
         }},
        {"lds.not-a-machine-readable-zone", File::Dg1,
         [](auto& chip) { chip.put(File::Dg1, hex("61065f1f03414243")); }},
        {"lint.check-digit", File::Dg1, [](auto& chip) { changeZone(chip, 1, 9, "7"); }},
        {"lint.document-code", File::Dg1, [](auto& chip) { changeZone(chip, 0, 1, "A"); }},
        {"lds.tag-list", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c045f0e5f10"
                     "5f0e0141");
         }},
        {"lds.empty-element", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c025f0e"
                     "5f0e00");
         }},
        {"lds.outside-template", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c025f0f"
                     "5f0f0141");
         }},
        {"lds.binary-date", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c025f2b"
                     "5f2b0419900214");
         }},
        {"lds.bad-date", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c025f2b"
                     "5f2b03313939");
         }},
        {"lint.birth-dates-differ", File::Dg11,
         [](auto& chip) {
             putDg11(chip,
                     "5c025f2b"
                     "5f2b083139393030323135");
         }},
        {"lds.reserved", File::Dg6, [](auto& chip) { chip.put(File::Dg6, hex("6600")); }},
        {"lds.person", File::Dg16, [](auto& chip) { chip.put(File::Dg16, hex("700a020101a1055f51024142")); }},
    };
}

}  // namespace chip::lint
