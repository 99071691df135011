// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_attributes.hpp"

#include <cups/pwg.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace printing::ipp {

const std::vector<const char*> kCapabilities{"printer-state",
                                             "printer-state-reasons",
                                             "printer-is-accepting-jobs",
                                             "printer-make-and-model",
                                             "printer-uri-supported",
                                             "document-format-supported",
                                             "media-col-ready",
                                             "media-ready",
                                             "media-size-supported",
                                             "media-supported",
                                             "sides-supported",
                                             "print-color-mode-supported",
                                             "print-scaling-supported",
                                             "print-quality-supported",
                                             "printer-resolution-supported",
                                             "printer-supply",
                                             "printer-supply-description",
                                             "marker-names",
                                             "marker-types",
                                             "marker-levels"};

namespace {

constexpr int kHighQuality = 5;
constexpr std::string_view kSmallest = "custom_min_";
constexpr std::string_view kLargest = "custom_max_";

std::vector<int> integersOf(ipp_t* answer, const char* name) {
    std::vector<int> values;
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    const auto tag = attribute != nullptr ? ippGetValueTag(attribute) : IPP_TAG_NOVALUE;
    if (tag != IPP_TAG_INTEGER && tag != IPP_TAG_ENUM) return values;
    for (int at = 0; at < ippGetCount(attribute); ++at) values.push_back(ippGetInteger(attribute, at));
    return values;
}

std::vector<int> resolutionsOf(ipp_t* answer) {
    std::vector<int> values;
    ipp_attribute_t* attribute = ippFindAttribute(answer, "printer-resolution-supported", IPP_TAG_RESOLUTION);
    for (int at = 0; attribute != nullptr && at < ippGetCount(attribute); ++at) {
        int along = 0;
        ipp_res_t units = IPP_RES_PER_INCH;
        const int across = ippGetResolution(attribute, at, &along, &units);
        const int least = std::min(across, along);
        if (least > 0) values.push_back(units == IPP_RES_PER_CM ? least * 254 / 100 : least);
    }
    return values;
}

/// A dimension of a media-size: one value, or a range.
std::optional<std::pair<int, int>> dimensionOf(ipp_t* size, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(size, name, IPP_TAG_ZERO);
    if (attribute == nullptr) return std::nullopt;
    if (ippGetValueTag(attribute) == IPP_TAG_INTEGER) {
        const int length = ippGetInteger(attribute, 0);
        return std::pair{length, length};
    }
    if (ippGetValueTag(attribute) != IPP_TAG_RANGE) return std::nullopt;
    int most = 0;
    const int least = ippGetRange(attribute, 0, &most);
    return std::pair{least, most};
}

std::optional<MediaSize> sizeIn(ipp_t* size) {
    const auto across = dimensionOf(size, "x-dimension");
    const auto along = dimensionOf(size, "y-dimension");
    if (!across || !along) return std::nullopt;
    return MediaSize{"", {across->first, along->first}, {across->second, along->second}};
}

std::optional<MediaDimensions> sizeNamed(const std::string& name) {
    const pwg_media_t* media = pwgMediaForPWG(name.c_str());
    if (media == nullptr || media->width <= 0 || media->length <= 0) return std::nullopt;
    return MediaDimensions{media->width, media->length};
}

/// The names of "media-supported" or "media-ready"; custom_min_… and custom_max_… bound one of any size.
std::vector<MediaSize> mediaNamed(const std::vector<std::string>& names) {
    std::vector<MediaSize> media;
    std::optional<MediaDimensions> smallest;
    std::optional<MediaDimensions> largest;
    for (const auto& name : names) {
        const auto size = sizeNamed(name);
        if (!size) continue;
        if (name.starts_with(kSmallest))
            smallest = size;
        else if (name.starts_with(kLargest))
            largest = size;
        else
            media.push_back({name, *size, *size});
    }
    if (smallest && largest) media.push_back({"", *smallest, *largest});
    return media;
}

void giveName(MediaSize& medium, const std::vector<MediaSize>& named) {
    const auto same = std::ranges::find_if(
        named, [&](const auto& other) { return other.least == medium.least && other.most == medium.most; });
    if (medium.name.empty() && same != named.end()) medium.name = same->name;
}

/// media-col-ready holds a media-size in each value; media-size-supported is the size itself.
std::vector<MediaSize> mediaIn(ipp_t* answer, const char* collections, const char* names) {
    const auto named = mediaNamed(textsOf(answer, names));
    std::vector<MediaSize> media;
    ipp_attribute_t* attribute = ippFindAttribute(answer, collections, IPP_TAG_BEGIN_COLLECTION);
    for (int at = 0; attribute != nullptr && at < ippGetCount(attribute); ++at) {
        ipp_t* value = ippGetCollection(attribute, at);
        ipp_attribute_t* inner = ippFindAttribute(value, "media-size", IPP_TAG_BEGIN_COLLECTION);
        auto medium = sizeIn(inner != nullptr ? ippGetCollection(inner, 0) : value);
        if (!medium) continue;
        if (const auto own = textsOf(value, "media-size-name"); !own.empty()) medium->name = own.front();
        giveName(*medium, named);
        media.push_back(std::move(*medium));
    }
    return media.empty() ? named : media;
}

/// "type=toner;maxcapacity=100;level=75;" (PWG 5100.13).
std::map<std::string, std::string> fieldsOf(std::string_view text) {
    std::map<std::string, std::string> fields;
    while (!text.empty()) {
        const auto end = text.find(';');
        const auto part = text.substr(0, end);
        if (const auto equals = part.find('='); equals != std::string_view::npos)
            fields[std::string{part.substr(0, equals)}] = part.substr(equals + 1);
        text = end == std::string_view::npos ? "" : text.substr(end + 1);
    }
    return fields;
}

std::optional<int> numberIn(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

/// Negative levels say that it is not known how much is left (RFC 3805, prtMarkerSuppliesLevel).
std::optional<int> percentOf(std::optional<int> level, std::optional<int> most) {
    if (!level || *level < 0 || !most || *most <= 0) return std::nullopt;
    return static_cast<int>(std::min<long long>(100, 100LL * *level / *most));
}

std::vector<Supply> suppliesIn(ipp_t* answer) {
    std::vector<Supply> supplies;
    const auto names = textsOf(answer, "printer-supply-description");
    ipp_attribute_t* attribute = ippFindAttribute(answer, "printer-supply", IPP_TAG_STRING);
    for (int at = 0; attribute != nullptr && at < ippGetCount(attribute); ++at) {
        int size = 0;
        const auto* octets = static_cast<const char*>(ippGetOctetString(attribute, at, &size));
        if (octets == nullptr || size <= 0) continue;
        auto fields = fieldsOf({octets, static_cast<std::size_t>(size)});
        const auto place = static_cast<std::size_t>(at);
        supplies.push_back({place < names.size() ? names[place] : fields["colorantname"], fields["type"],
                            percentOf(numberIn(fields["level"]), numberIn(fields["maxcapacity"]))});
    }
    return supplies;
}

/// What queues tell; levels are in percent.
std::vector<Supply> markersIn(ipp_t* answer) {
    const auto names = textsOf(answer, "marker-names");
    const auto kinds = textsOf(answer, "marker-types");
    const auto levels = integersOf(answer, "marker-levels");
    std::vector<Supply> supplies;
    for (std::size_t at = 0; at < names.size(); ++at)
        supplies.push_back({names[at], at < kinds.size() ? kinds[at] : "",
                            at < levels.size() ? percentOf(levels[at], 100) : std::nullopt});
    return supplies;
}

PrinterCapabilities::State stateIn(ipp_t* answer) {
    using State = PrinterCapabilities::State;
    switch (integerOf(answer, "printer-state", IPP_TAG_ENUM, IPP_PSTATE_IDLE)) {
        case IPP_PSTATE_STOPPED: return State::Stopped;
        case IPP_PSTATE_PROCESSING: return State::Processing;
        default: return State::Idle;
    }
}

void addMedia(ipp_t* request, const MediaDimensions& media) {
    ipp_t* size = ippNew();
    ippAddInteger(size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", media.width);
    ippAddInteger(size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", media.height);
    ipp_t* collection = ippNew();
    ippAddCollection(collection, IPP_TAG_ZERO, "media-size", size);
    ippAddCollection(request, IPP_TAG_JOB, "media-col", collection);
    ippDelete(size);
    ippDelete(collection);
}

void addKeyword(ipp_t* request, const char* name, const char* value) {
    ippAddString(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, name, nullptr, value);
}

}  // namespace

std::vector<std::string> textsOf(ipp_t* answer, const char* name) {
    std::vector<std::string> texts;
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int at = 0; attribute != nullptr && at < ippGetCount(attribute); ++at)
        if (const char* text = ippGetString(attribute, at, nullptr); text != nullptr) texts.emplace_back(text);
    return texts;
}

int integerOf(ipp_t* answer, const char* name, ipp_tag_t tag, int otherwise) {
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, tag);
    return attribute != nullptr ? ippGetInteger(attribute, 0) : otherwise;
}

PrinterCapabilities capabilitiesIn(ipp_t* answer) {
    PrinterCapabilities printer;
    printer.state = stateIn(answer);
    ipp_attribute_t* accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    printer.accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
    printer.reasons = reasonsOf(textsOf(answer, "printer-state-reasons"));
    for (const auto& model : textsOf(answer, "printer-make-and-model")) printer.model = model;
    printer.uris = textsOf(answer, "printer-uri-supported");
    printer.formats = textsOf(answer, "document-format-supported");
    printer.ready = mediaIn(answer, "media-col-ready", "media-ready");
    printer.supported = mediaIn(answer, "media-size-supported", "media-supported");
    printer.takesMediaSize = ippFindAttribute(answer, "media-size-supported", IPP_TAG_BEGIN_COLLECTION) != nullptr;
    printer.sides = textsOf(answer, "sides-supported");
    printer.colours = textsOf(answer, "print-color-mode-supported");
    printer.scalings = textsOf(answer, "print-scaling-supported");
    printer.qualities = integersOf(answer, "print-quality-supported");
    printer.resolutions = resolutionsOf(answer);
    printer.supplies = suppliesIn(answer);
    if (printer.supplies.empty()) printer.supplies = markersIn(answer);
    return printer;
}

void addTo(ipp_t* request, const JobOptions& options) {
    ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
    if (options.media) addMedia(request, *options.media);
    if (!options.mediaName.empty()) addKeyword(request, "media", options.mediaName.c_str());
    if (options.oneSided) addKeyword(request, "sides", "one-sided");
    if (options.unscaled) addKeyword(request, "print-scaling", "none");
    if (options.inColour) addKeyword(request, "print-color-mode", "color");
    if (options.highQuality) ippAddInteger(request, IPP_TAG_JOB, IPP_TAG_ENUM, "print-quality", kHighQuality);
    if (options.resolution)
        ippAddResolution(request, IPP_TAG_JOB, "printer-resolution", IPP_RES_PER_INCH, *options.resolution,
                         *options.resolution);
}

}  // namespace printing::ipp
