// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdint>

#include "printing/pdf/metadata.hpp"

namespace printing {

namespace {

/// Puts an ICC profile together (ICC.1:2004-10).
class Profile {
   public:
    void text(const std::string& octets) { m_octets += octets; }
    void zeros(std::size_t count) { m_octets.append(count, '\0'); }
    void number(std::uint32_t value, int octets = 4) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) m_octets += static_cast<char>(value >> shift & 0xFF);
    }
    void fixed(double value) {
        number(static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
    }
    void xyz(double x, double y, double z) {
        fixed(x);
        fixed(y);
        fixed(z);
    }
    void pad() { zeros((4 - m_octets.size() % 4) % 4); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_octets.size()); }
    [[nodiscard]] const std::string& octets() const { return m_octets; }

   private:
    std::string m_octets;
};

struct Tag {
    const char* name;
    std::string content;
};

std::string xyzTag(double x, double y, double z) {
    Profile tag;
    tag.text("XYZ ");
    tag.zeros(4);
    tag.xyz(x, y, z);
    return tag.octets();
}

std::string wordsTag(const std::string& words) {
    Profile tag;
    tag.text("mluc");
    tag.zeros(4);
    tag.number(1);
    tag.number(12);
    tag.text("enUS");
    tag.number(static_cast<std::uint32_t>(2 * words.size()));
    tag.number(28);
    for (const char c : words) tag.number(static_cast<unsigned char>(c), 2);
    return tag.octets();
}

/// From D65, which sRGB is meant for, to the profile's D50, after Bradford.
std::string adaptationTag() {
    Profile tag;
    tag.text("sf32");
    tag.zeros(4);
    for (const double part :
         {1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017075, -0.009247, 0.015076, 0.751678})
        tag.fixed(part);
    return tag.octets();
}

/// The curve from a stored value to light as a formula: readers reverse a table far more slowly.
std::string curveTag() {
    Profile tag;
    tag.text("para");
    tag.zeros(4);
    tag.number(3, 2);
    tag.zeros(2);
    for (const double part : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) tag.fixed(part);
    return tag.octets();
}

std::string withHeader(const std::string& table, const std::string& content) {
    Profile profile;
    profile.number(static_cast<std::uint32_t>(128 + table.size() + content.size()));
    profile.zeros(4);
    profile.number(0x04200000);  // version 4.2
    profile.text("mntrRGB XYZ ");
    for (const std::uint32_t part : {2000U, 1U, 1U, 0U, 0U, 0U}) profile.number(part, 2);
    profile.text("acsp");
    profile.zeros(28);
    profile.xyz(0.9642, 1.0, 0.8249);  // D50
    profile.zeros(48);
    return profile.octets() + table + content;
}

std::string made() {
    const std::string curve = curveTag();
    const Tag tags[] = {{"desc", wordsTag("sRGB IEC61966-2.1")},
                        {"cprt", wordsTag("Public domain")},
                        {"wtpt", xyzTag(0.9642, 1.0, 0.8249)},
                        {"chad", adaptationTag()},
                        {"rXYZ", xyzTag(0.4360, 0.2225, 0.0139)},
                        {"gXYZ", xyzTag(0.3851, 0.7169, 0.0971)},
                        {"bXYZ", xyzTag(0.1431, 0.0606, 0.7141)},
                        {"rTRC", curve},
                        {"gTRC", {}},
                        {"bTRC", {}}};
    constexpr std::uint32_t kContents = 128 + 4 + 12 * std::size(tags);
    Profile table, content;
    table.number(static_cast<std::uint32_t>(std::size(tags)));
    std::uint32_t offset = 0, size = 0;
    for (const auto& tag : tags) {
        if (!tag.content.empty()) {  // the others share the curve before them
            offset = kContents + content.size();
            size = static_cast<std::uint32_t>(tag.content.size());
            content.text(tag.content);
            content.pad();
        }
        table.text(tag.name);
        table.number(offset);
        table.number(size);
    }
    return withHeader(table.octets(), content.octets());
}

}  // namespace

std::string srgbProfile() {
    static const std::string profile = made();
    return profile;
}

}  // namespace printing
