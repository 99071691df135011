// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg3.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "chip/lds/finger_image.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;

constexpr std::size_t kMostFingers = 64, kFingersOfAPerson = 10;
constexpr std::uint32_t kFingerprint = 0x08;
/// Format types of ISO/IEC JTC 1/SC 37: finger image of 19794-4, finger image of 39794-4.
constexpr std::uint16_t kFingerOf19794 = 0x0007, kFingerOf39794 = 0x0028;
/// CBEFF subtypes (9303-10 table 49) by the position's number: unknown, right thumb to little finger, left likewise.
constexpr std::array<std::uint8_t, 11> kSubtypes{0x00, 0x05, 0x09, 0x0D, 0x11, 0x15, 0x06, 0x0A, 0x0E, 0x12, 0x16};

base::Fault badPosition(std::size_t position) {
    return {"lds.finger-position"_code, {{"position", std::to_string(position)}}, std::string{nameOf(File::Dg3)}};
}

base::Outcome checkPositions(const std::vector<Fingerprint>& fingers) {
    std::set<int> seen;
    for (const auto& finger : fingers)
        if (finger.position == 0 || finger.position > kFingersOfAPerson || !seen.insert(finger.position).second)
            return badPosition(finger.position);
    if (fingers.empty()) return badPosition(0);
    return {};
}

base::Result<BiometricTemplate> templateFor(Fingerprint finger, BiometricStandard standard) {
    const auto image = readFingerImage(finger.image);
    if (!image || image->format == FingerImageFormat::Jpeg)
        return base::Fault{"lds.image-not-accepted"_code, {{"why", "format"}}, std::string{nameOf(File::Dg3)}};
    finger.format = image->format;
    finger.width = image->width;
    finger.height = image->height;
    const bool extensible = standard == BiometricStandard::Iso39794;
    BiometricTemplate one;
    one.header.type = kFingerprint;
    one.header.subtype = kSubtypes.at(finger.position);
    one.header.formatType = extensible ? kFingerOf39794 : kFingerOf19794;
    one.standard = standard;
    one.record = extensible ? writeFingerImageData(finger) : writeFingerRecord(finger);
    return one;
}

void compare(const BiometricHeader& header, const std::vector<Fingerprint>& fingers, Defects& defects) {
    const auto note = [&](base::FailureCode code) { defects.push_back(oddity(std::move(code), File::Dg3)); };
    if (fingers.size() > 1) note("lds.several-in-record"_code);
    const auto position = fingers.front().position;
    const bool known = position > 0 && position < kSubtypes.size();
    if (header.subtype && *header.subtype != 0 && known && *header.subtype != kSubtypes.at(position))
        note("lds.biometric-subtype"_code);
}

}  // namespace

base::Result<base::Bytes> encodeDg3(const std::vector<Fingerprint>& fingers, BiometricStandard standard) {
    if (const auto positions = checkPositions(fingers); !positions) return positions.refusal();
    BiometricGroup group;
    for (const auto& finger : fingers) {
        auto one = templateFor(finger, standard);
        if (!one) return one.refusal();
        group.templates.push_back(*std::move(one));
    }
    return encodeBiometricGroup(File::Dg3, group);
}

base::Bytes encodeDg3WithoutFingers(base::BytesView random) {
    return encodeBiometricGroup(File::Dg3, {{}, base::Bytes{random.begin(), random.end()}});
}

base::Result<Decoded<Dg3>> decodeDg3(base::BytesView content) {
    auto group = decodeBiometricGroup(File::Dg3, content);
    if (!group) return group.refusal();
    Decoded<Dg3> decoded{{}, std::move(group->defects)};
    decoded.content.issuerContent = std::move(group->content.issuerContent);
    for (const auto& one : group->content.templates) {
        auto fingers = one.standard == BiometricStandard::Iso39794 ? readFingerImageData(one.record, decoded.defects)
                                                                   : readFingerRecord(one.record, decoded.defects);
        if (!fingers) return fingers.refusal();
        compare(one.header, *fingers, decoded.defects);
        for (auto& finger : *fingers)
            if (decoded.content.fingers.size() < kMostFingers) decoded.content.fingers.push_back(std::move(finger));
    }
    return decoded;
}

}  // namespace chip::lds
