// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/tlv.hpp"
#include "base/xml.hpp"
#include "chip/personalization/secret_form.hpp"
#include "chip/personalization/transport_key.hpp"

namespace chip {

/// How a transport key is shown to be known.
enum class TransportProof { ExternalAuthenticate, Verify };

/// Security conditions as the octet of the compact form has them (ISO/IEC 7816-4 table 23): 00 always, FF never.
using AccessCondition = std::uint8_t;
struct AccessRule {
    AccessCondition read = 0x00;
    AccessCondition update = 0xFF;
};
/// The security attribute in the file's control parameters: 8C, or AB.
enum class AccessForm { Compact, Expanded };

/// The commands that make a chip of files final.
enum class LockStep { ActivateFiles, ActivateApplication, ActivateMasterFile, TerminateTransportKey };

/// How a product that speaks ISO/IEC 7816-9 is written: the element `fileSystem` of a chip profile.
struct FileSystemRules {
    struct KeyFile {
        SecretKind secret;
        SecretForm form;
        std::uint16_t identifier;
    };

    TransportKeyRule transportKey = {};
    TransportProof proof = TransportProof::ExternalAuthenticate;
    std::uint8_t keyReference = 0x01;
    std::uint16_t keyFile = 0;  ///< holds the transport key, in the master file
    base::tlv::Tag controlTemplate = 0x62, sizeTag = 0x80;
    std::uint16_t application = 0;  ///< file identifier of its directory
    bool creatingSelects = true;
    AccessForm accessForm = AccessForm::Compact;
    AccessRule free = {}, data = {}, sensitive = {}, key = {};
    std::vector<KeyFile> keyFiles = {};
    std::vector<LockStep> lock = {};
    bool erasesPartialChips = false;
};

/// Of an element that the schema has passed.
FileSystemRules readFileSystemRules(const base::xml::Element& element);
TransportKeyRule readTransportKey(const base::xml::Element& element);
/// Hexadecimal digits of one or two octets.
std::uint16_t readHexadecimal(const base::xml::Element& element, std::string_view attribute);

}  // namespace chip
