// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg4.hpp"

#include <set>

#include "base/picture_header.hpp"
#include "chip/lds/iris_record.hpp"

namespace chip::lds {
namespace {

using namespace base::literals;

constexpr std::size_t kMostIrises = 16;
constexpr std::uint32_t kIris = 0x10, kLargestSide = 0xFFFF;
/// Format types of ISO/IEC JTC 1/SC 37: rectilinear iris image of 19794-6, iris image of 39794-6.
constexpr std::uint16_t kIrisOf19794 = 0x0009, kIrisOf39794 = 0x002C, kPatronVersion = 0x0101;

base::Outcome checkEyes(const std::vector<Iris>& irises) {
    const auto wrong = oddity("lds.eye"_code, File::Dg4);
    std::set<Eye> seen;
    for (const auto& iris : irises)
        if (iris.eye == Eye::Unknown || iris.eye > Eye::Left || !seen.insert(iris.eye).second) return wrong;
    if (irises.empty()) return wrong;
    return {};
}

/// The iris with what its image says of itself.
base::Result<Iris> measured(Iris iris, BiometricStandard standard) {
    const auto header = base::pictureFormatOf(iris.image)
                            ? base::readPictureHeader(iris.image)
                            : base::Result<base::PictureHeader>{base::Fault{"picture.unknown-format"_code, {}, {}}};
    const bool fit =
        header && (header->format == base::PictureFormat::Jp2 ||
                   (header->format == base::PictureFormat::Png && standard == BiometricStandard::Iso39794));
    if (!fit || header->width > kLargestSide || header->height > kLargestSide)
        return base::Fault{"lds.image-not-accepted"_code, {{"why", "format"}}, std::string{nameOf(File::Dg4)}};
    iris.width = static_cast<std::uint16_t>(header->width);
    iris.height = static_cast<std::uint16_t>(header->height);
    iris.colour = header->components >= 3;
    return iris;
}

BiometricTemplate templateFor(const Iris& iris, BiometricStandard standard) {
    const bool extensible = standard == BiometricStandard::Iso39794;
    BiometricTemplate one;
    one.header.version = kPatronVersion;
    one.header.type = kIris;
    one.header.subtype = static_cast<std::uint8_t>(iris.eye);
    one.header.formatType = extensible ? kIrisOf39794 : kIrisOf19794;
    one.standard = standard;
    one.record = extensible ? writeIrisImageData(iris) : writeIrisRecord(iris);
    return one;
}

void compare(const BiometricHeader& header, const std::vector<Iris>& irises, Defects& defects) {
    const auto note = [&](base::FailureCode code) { defects.push_back(oddity(std::move(code), File::Dg4)); };
    if (irises.size() > 1) note("lds.several-in-record"_code);
    const auto eye = irises.front().eye;
    if (header.subtype && *header.subtype != 0 && eye != Eye::Unknown && static_cast<Eye>(*header.subtype) != eye)
        note("lds.biometric-subtype"_code);
}

}  // namespace

base::Result<base::Bytes> encodeDg4(const std::vector<Iris>& irises, BiometricStandard standard) {
    if (const auto eyes = checkEyes(irises); !eyes) return eyes.refusal();
    BiometricGroup group;
    for (const auto& each : irises) {
        const auto iris = measured(each, standard);
        if (!iris) return iris.refusal();
        group.templates.push_back(templateFor(*iris, standard));
    }
    return encodeBiometricGroup(File::Dg4, group);
}

base::Bytes encodeDg4WithoutIrises(base::BytesView random) {
    return encodeBiometricGroup(File::Dg4, {{}, base::Bytes{random.begin(), random.end()}});
}

base::Result<Decoded<Dg4>> decodeDg4(base::BytesView content) {
    auto group = decodeBiometricGroup(File::Dg4, content);
    if (!group) return group.refusal();
    Decoded<Dg4> decoded{{}, std::move(group->defects)};
    decoded.content.issuerContent = std::move(group->content.issuerContent);
    for (const auto& one : group->content.templates) {
        auto irises = one.standard == BiometricStandard::Iso39794 ? readIrisImageData(one.record, decoded.defects)
                                                                  : readIrisRecord(one.record, decoded.defects);
        if (!irises) return irises.refusal();
        compare(one.header, *irises, decoded.defects);
        for (auto& iris : *irises)
            if (decoded.content.irises.size() < kMostIrises) decoded.content.irises.push_back(std::move(iris));
    }
    return decoded;
}

}  // namespace chip::lds
