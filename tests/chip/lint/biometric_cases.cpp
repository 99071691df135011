// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/files.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg3.hpp"
#include "chip/lds/dg4.hpp"
#include "chip/lds/finger_image.hpp"
#include "tests/chip/lint/lint_case.hpp"

namespace chip::lint {
namespace {

using lds::BiometricStandard;
using lds::File;

base::Bytes germanFingers() { return published("bsi2008/Datagroup3.bin"); }

/// The file with octets changed so far after the first place where `mark` stands.
base::Bytes changedAfter(base::Bytes octets, std::string_view mark, std::size_t distance, std::string_view by) {
    const auto wanted = hex(mark), replacement = hex(by);
    const auto found = std::ranges::search(octets, wanted);
    EXPECT_FALSE(found.empty()) << mark;
    std::ranges::copy(replacement, found.begin() + static_cast<std::ptrdiff_t>(distance));
    return octets;
}

void changeFace(Specimen& chip, std::size_t distance, std::string_view by) {
    chip.put(File::Dg2, changedAfter(chip.file(File::Dg2),
                                     "464143003031300"
                                     "0",
                                     distance, by));
}

base::Bytes newerFace() { return *lds::encodeDg2(testing::portrait(900), BiometricStandard::Iso39794); }

lds::Fingerprint indexFinger() { return lds::decodeDg3(germanFingers())->content.fingers.front(); }

/// A template without what `header` leaves out.
base::Bytes groupOf(lds::BiometricHeader header, base::Bytes record) {
    return lds::encodeBiometricGroup(File::Dg3, {{{header, BiometricStandard::Iso19794Of2005, std::move(record)}}, {}});
}

/// 7F2E with the record itself in place of A1.
base::Bytes faceWithoutFrame() {
    const auto record = lds::decodeBiometricGroup(File::Dg2, newerFace())->content.templates.front().record;
    const auto one = tlv(0x7F60, {hex("a108870201018802002a"), tlv(0x7F2E, {record})});
    return tlv(0x75, {tlv(0x7F61, {hex("020101"), one})});
}

base::Bytes twoFingersInOneRecord() {
    auto finger = indexFinger();
    auto record = lds::writeFingerRecord(finger);
    record[18] = 2;
    base::append(record, base::BytesView{lds::writeFingerRecord(finger)}.subspan(32));
    lds::BiometricHeader header;
    header.subtype = 9;
    header.formatType = 7;
    return groupOf(header, record);
}

}  // namespace

std::vector<Case> biometricCases() {
    return {
        {"lds.instance-count", File::Dg7,
         [](auto& chip) { chip.put(File::Dg7, changedAfter(chip.file(File::Dg7), "0201015f43", 2, "02")); }},
        {"lds.biometric-header", File::Dg3,
         [](auto& chip) {
             lds::BiometricHeader header;
             header.formatType = 7;
             chip.put(File::Dg3, groupOf(header, lds::writeFingerRecord(indexFinger())));
         }},
        {"lds.record-frame", File::Dg2, [](auto& chip) { chip.put(File::Dg2, faceWithoutFrame()); }},
        {"lds.empty-group", File::Dg3, [](auto& chip) { chip.put(File::Dg3, lds::encodeDg3WithoutFingers({})); }},
        {"lds.face-length", File::Dg2, [](auto& chip) { changeFace(chip, 8, "00000010"); }},
        {"lds.feature-points", File::Dg2, [](auto& chip) { changeFace(chip, 18, "0001"); }},
        {"lint.image-size", File::Dg2, [](auto& chip) { changeFace(chip, 14 + 20 + 2, "0001"); }},
        {"lds.image-format", File::Dg2, [](auto& chip) { changeFace(chip, 14 + 20 + 1, "01"); }},
        {"lds.extensible-record", File::Dg2,
         [](auto& chip) { chip.put(File::Dg2, changedAfter(newerFace(), "800100a1", 3, "a5")); }},
        {"lds.finger-length", File::Dg3,
         [](auto& chip) { chip.put(File::Dg3, changedAfter(germanFingers(), "4649520030313000", 13, "34")); }},
        {"lds.iris-length", File::Dg4,
         [](auto& chip) {
             chip.put(File::Dg4, changedAfter(published("bsi2008/Datagroup4.bin"), "4949520030313000", 11, "2e"));
         }},
        {"lds.several-in-record", File::Dg3, [](auto& chip) { chip.put(File::Dg3, twoFingersInOneRecord()); }},
        {"lds.biometric-subtype", File::Dg3,
         [](auto& chip) { chip.put(File::Dg3, changedAfter(germanFingers(), "820109", 2, "0a")); }},
        {"lint.biometric-standard", File::Dg2,
         [](auto& chip) {
             chip.put(File::Dg12, *lds::encodeDg12({"INSTITUTO", "20300101"}));
         }},
    };
}

}  // namespace chip::lint
