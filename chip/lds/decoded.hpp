// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "chip/lds/files.hpp"

namespace chip::lds {

/// What a file says, and what in it stands otherwise than 9303-10 asks though it can be read.
template <class Content>
struct Decoded {
    Content content;
    std::vector<base::Fault> defects = {};
};

using Defects = std::vector<base::Fault>;

/// The refusal "lds.malformed" for a file of which nothing can be made.
base::Fault malformed(File file, std::string_view what);

/// What is odd about a file, with its name as argument "file".
base::Fault oddity(base::FailureCode code, File file);

/// The object that the file holds. Refuses ("lds.malformed") what is no such object; octets after it are a defect
/// ("lds.trailing-octets"): the hash in EF.SOD covers the object alone.
base::Result<base::tlv::Element> openFile(File file, base::BytesView content, Defects& defects);
/// The same, opened up into the objects within.
base::Result<std::vector<base::tlv::Element>> openTemplate(File file, base::BytesView content, Defects& defects);

/// "5f0e", as defects name tags.
std::string tagText(base::tlv::Tag tag);
/// The tags of a tag list (5C), as far as they can be read.
std::vector<base::tlv::Tag> readTagList(base::BytesView list);
base::Bytes writeTagList(const std::vector<base::tlv::Tag>& tags);

}  // namespace chip::lds
