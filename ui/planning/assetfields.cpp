// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#include "ui/planning/assetfields.h"

#include "core/schedule/fields.h"
#include "core/time/iso8601.h"
#include "ui/planning/choices.h"
#include "ui/planning/fieldform.h"
#include "ui/planning/hoursgrid.h"
#include "ui/planning/lengthedit.h"
#include "ui/planning/namesedit.h"
#include "ui/planning/stationwords.h"
#include "ui/session/walltext.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace sf {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refused(const QString &key, const QString &value, const QString &should)
{
    return fail(ErrorCode::BadFieldValue, {value, key, should});
}

/// The text field of a widget that may have more beside it.
QLineEdit *fieldIn(QWidget *widget)
{
    if (auto *choice = qobject_cast<QComboBox *>(widget))
        return choice->lineEdit();
    if (auto *names = qobject_cast<NamesEdit *>(widget))
        return &names->field();
    return qobject_cast<QLineEdit *>(widget);
}

QLineEdit *makeField(const QString &whenEmpty, const QString &tip = {})
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(whenEmpty);
    field->setToolTip(tip);
    field->setAcceptDrops(false);
    return field;
}

QLineEdit *makeFigures(const QString &whenEmpty, const QString &tip = {})
{
    QLineEdit *field = makeField(whenEmpty, tip);
    field->setFont(figureFont());
    return field;
}

QString numberText(std::int32_t number) { return number > 0 ? QString::number(number) : QString(); }

QString pointText(Micros point) { return toClockText(std::chrono::round<Millis>(point)); }

QString instantText(const ChannelClock &clock, const std::optional<TimePoint> &t)
{
    return t ? wallText(clock, *t) : QString();
}

/// A day alone counts whole: as the beginning from its midnight, as the end to its last.
Status setInstant(std::optional<TimePoint> &target, const QString &key, const QString &text,
                  const ChannelClock &clock)
{
    target.reset();
    if (text.isEmpty())
        return {};
    if (const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s); day.isValid()) {
        const auto date = QDate(1970, 1, 1).daysTo(day) + (key == u"rightsUntil" ? 1 : 0);
        target = clock.toUtcForward(LocalTime(std::chrono::days(date)));
        return {};
    }
    const auto time = clock.parse(text);
    if (!time)
        return refused(
            key, text,
            AssetFields::tr("Write a day such as “2027-12-31”, or with a time “2027-12-31 22:00”."));
    target = *time;
    return {};
}

/// What was measured or missed of another file says nothing of this one.
Status setAddress(Asset &asset, const QString &address)
{
    asset.url = address;
    asset.status = address.isEmpty() ? AssetStatus::Ready : AssetStatus::Unprobed;
    asset.statusReason.clear();
    return {};
}

} // namespace

AssetFields::AssetFields(const Forms &forms, std::vector<Asset> assets, ChannelClock clock, QObject *parent)
    : QObject(parent)
    , m_assets(std::move(assets))
    , m_clock(std::move(clock))
    , m_kind(makeKindOfOne())
    , m_tags(new NamesEdit(tr("none")))
    , m_tagsOff(new NamesEdit(tr("none")))
    , m_category(makeNameChoice(tr("none")))
    , m_series(makeNameChoice(tr("none")))
    , m_rating(makeNameChoice(tr("none")))
    , m_elastic(new QCheckBox(tr("Elastic: may be looped or cut to cover what nothing fits")))
    , m_hours(new HoursGrid)
    , m_hoursText(makeHint())
{
    addAbout(*forms.about);
    addPlanning(*forms.planning);
    addMedia(*forms.media);
    const auto isSame = [this](auto member) {
        return std::all_of(m_assets.begin(), m_assets.end(),
                           [&](const Asset &asset) { return asset.*member == m_assets.front().*member; });
    };
    m_kind->setCurrentIndex(isSame(&Asset::kind) ? static_cast<int>(m_assets.front().kind) : -1);
    m_kind->setPlaceholderText(tr("(several)"));
    m_elastic->setTristate(!isSame(&Asset::isElastic));
    m_elastic->setCheckState(!isSame(&Asset::isElastic)   ? Qt::PartiallyChecked
                             : m_assets.front().isElastic ? Qt::Checked
                                                          : Qt::Unchecked);
    if (isSame(&Asset::hours))
        m_hours->setHours(m_assets.front().hours);
    else
        m_hours->setSeveral();
    m_hoursText->setText(m_hours->isSeveral() ? tr("(several)") : hoursText(m_hours->hours()));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AssetFields::changed);
    connect(m_elastic, &QCheckBox::clicked, this, [this] {
        m_elastic->setTristate(false);
        Q_EMIT changed();
    });
}

void AssetFields::add(FieldForm &form, const QString &key, const QString &label, QWidget *widget,
                      const Text &text, Set set)
{
    form.addRow(key, label, widget);
    QLineEdit *field = fieldIn(widget);
    const QString shown = text(m_assets.front());
    const bool isSame = std::all_of(m_assets.begin(), m_assets.end(),
                                    [&](const Asset &asset) { return text(asset) == shown; });
    field->setText(isSame ? shown : QString());
    field->setCursorPosition(0);
    if (!isSame) {
        const QString whenEmpty = field->placeholderText();
        field->setPlaceholderText(tr("(several)"));
        connect(field, &QLineEdit::textEdited, this,
                [field, whenEmpty] { field->setPlaceholderText(whenEmpty); }); // emptied, it is so for all
    }
    if (!set)
        set = [key](Asset &asset, const QString &value) { return setField(asset, key, value); };
    m_rows.push_back({key, field, isSame ? shown : QString(), !isSame, std::move(set)});
    connect(field, &QLineEdit::textChanged, this, &AssetFields::changed);
}

void AssetFields::addAbout(FieldForm &form)
{
    if (isOne()) {
        add(form, u"title"_s, tr("&Title"), makeField({}), [](const Asset &a) { return a.title; });
        add(form, u"houseNumber"_s, tr("&House number"),
            makeField(tr("none"),
                      tr("The station's own number. Assets that share one count as the same programme")),
            [](const Asset &a) { return a.houseNumber; });
    }
    const bool isMeasured = std::any_of(m_assets.begin(), m_assets.end(), [](const Asset &asset) {
        return asset.durationSource == DurationSource::Probed;
    });
    if (!isMeasured)
        add(form, u"duration"_s, tr("&Length"), new LengthEdit(tr("not known: it is never planned")),
            [](const Asset &a) { return a.duration > Micros::zero() ? pointText(a.duration) : QString(); });
    form.addRow(u"kind"_s, tr("&Kind"), m_kind);
    add(form, u"category"_s, tr("&Category"), m_category, [](const Asset &a) { return a.category; });
    add(form, u"series"_s, tr("&Series"), m_series, [](const Asset &a) { return a.series; });
    add(form, u"season"_s, tr("Seaso&n"), makeFigures(tr("none")),
        [](const Asset &a) { return numberText(a.season); });
    if (isOne())
        add(form, u"episode"_s, tr("&Episode"), makeFigures(tr("none")),
            [](const Asset &a) { return numberText(a.episode); });
    else
        add(
            form, u"firstEpisode"_s, tr("Number &episodes from"), makeFigures(tr("as they are")),
            [](const Asset &) { return QString(); },
            [](Asset &asset, const QString &value) {
                Status status = setField(asset, u"episode"_s, value);
                if (!status)
                    status = refused(u"firstEpisode"_s, value, status.error().args.value(2));
                return status;
            });
    addTags(form);
    add(form, u"rating"_s, tr("&Rating"), m_rating, [](const Asset &a) { return a.rating; });
    add(form, u"language"_s, tr("Lang&uage"), makeField(tr("not known"), tr("Such as “en” or “pt-BR”")),
        [](const Asset &a) { return a.language; });
    add(form, u"year"_s, tr("&Year"), makeFigures(tr("not known")),
        [](const Asset &a) { return numberText(a.year); });
    add(form, u"description"_s, tr("&Description"), makeField(tr("none")),
        [](const Asset &a) { return a.description; });
}

void AssetFields::addTags(FieldForm &form)
{
    if (isOne()) {
        add(
            form, u"tags"_s, tr("Ta&gs"), m_tags, [](const Asset &a) { return a.tags.join(u"; "_s); },
            [this](Asset &asset, const QString &) {
                asset.tags = m_tags->names();
                return Status();
            });
        return;
    }
    const auto nothing = [](const Asset &) { return QString(); };
    add(form, u"tags"_s, tr("Add ta&gs"), m_tags, nothing, [this](Asset &asset, const QString &) {
        for (const QString &tag : m_tags->names()) {
            if (!asset.tags.contains(tag, Qt::CaseInsensitive))
                asset.tags << tag;
        }
        return Status();
    });
    add(form, u"tagsOff"_s, tr("Take off tags"), m_tagsOff, nothing, [this](Asset &asset, const QString &) {
        for (const QString &tag : m_tagsOff->names())
            asset.tags.removeIf(
                [&](const QString &one) { return one.compare(tag, Qt::CaseInsensitive) == 0; });
        return Status();
    });
}

void AssetFields::addPlanning(FieldForm &form)
{
    addRights(form);
    addHours(form);
    form.addHeading(tr("How often"));
    auto *cooldown = new LengthEdit(tr("as the rules say"));
    cooldown->setToolTip(tr("From one start to the next; it counts before every rule. ") +
                         cooldown->toolTip());
    add(form, u"cooldown"_s, tr("Own c&ooldown"), cooldown,
        [](const Asset &a) { return a.cooldown ? typedLength(*a.cooldown) : QString(); });
    add(form, u"maxPlaysPerDay"_s, tr("At most a &day"), makeFigures(tr("no limit")),
        [](const Asset &a) { return numberText(a.maxPlaysPerDay); });
    add(form, u"maxPlaysPerWeek"_s, tr("At most a &week"), makeFigures(tr("no limit")),
        [](const Asset &a) { return numberText(a.maxPlaysPerWeek); });
    add(form, u"maxPlays"_s, tr("At most in &all"), makeFigures(tr("no limit")),
        [](const Asset &a) { return numberText(a.maxPlays); });
    add(form, u"weight"_s, tr("Wei&ght"),
        makeFigures({},
                    tr("How often it is picked where the order is at random, 1 as any other; 0: auto-fill "
                       "leaves it out")),
        [](const Asset &a) { return QString::number(a.weight); });
    form.addRow(u"elastic"_s, QString(), m_elastic);
}

void AssetFields::addRights(FieldForm &form)
{
    form.addHeading(tr("When, by the channel's clock"));
    const QString open = tr("open");
    add(
        form, u"rightsFrom"_s, tr("&Rights from"),
        makeFigures(open, tr("A day such as “2027-01-01”, or a day and a time")),
        [this](const Asset &a) { return instantText(m_clock, a.rightsFrom); },
        [this](Asset &asset, const QString &value) {
            return setInstant(asset.rightsFrom, u"rightsFrom"_s, value, m_clock);
        });
    add(
        form, u"rightsUntil"_s, tr("Rights &until"),
        makeFigures(open, tr("A day alone counts to its end. The whole airing lies before it")),
        [this](const Asset &a) { return instantText(m_clock, a.rightsUntil); },
        [this](Asset &asset, const QString &value) {
            return setInstant(asset.rightsUntil, u"rightsUntil"_s, value, m_clock);
        });
}

void AssetFields::addHours(FieldForm &form)
{
    auto *every = new QPushButton(tr("Every hour"));
    every->setAutoDefault(false);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::unit);
    auto *below = new QHBoxLayout;
    below->addWidget(m_hoursText, 1);
    below->addWidget(every, 0, Qt::AlignTop);
    layout->addWidget(m_hours);
    layout->addLayout(below);
    box->setFocusProxy(m_hours);
    form.addRow(u"hours"_s, tr("May &start"), box);
    const auto touch = [this] {
        m_areHoursTouched = true;
        m_hoursText->setText(hoursText(m_hours->hours()));
        Q_EMIT changed();
    };
    connect(m_hours, &HoursGrid::changed, this, touch);
    connect(every, &QPushButton::clicked, this, [this, touch] {
        m_hours->setHours(std::nullopt);
        touch();
    });
}

void AssetFields::addMedia(FieldForm &form)
{
    const QString points = tr("Such as “0:01:30” or “90 s”, from the file's start");
    if (isOne())
        add(
            form, u"url"_s, tr("&File"), makeField(tr("none, as of a live show"), tr("A path or an address")),
            [](const Asset &a) { return a.url; }, setAddress);
    add(form, u"som"_s, tr("Starts &at"), makeFigures(tr("the file's start"), points),
        [](const Asset &a) { return a.som > Micros::zero() ? pointText(a.som) : QString(); });
    add(form, u"eom"_s, tr("&Ends at"), makeFigures(tr("the file's end"), points),
        [](const Asset &a) { return a.eom ? pointText(*a.eom) : QString(); });
    if (isOne())
        add(form, u"breaks"_s, tr("May be s&plit at"),
            makeFigures(tr("nowhere"), tr("Where a commercial break may go, with commas between: "
                                          "“0:12:30, 0:24:00”")),
            [](const Asset &a) {
                QStringList texts;
                for (const Micros point : a.breaks)
                    texts << pointText(point);
                return texts.join(u", "_s);
            });
}

void AssetFields::setWords(const StationWords &words)
{
    offer(*m_category, words.categories);
    offer(*m_series, words.series);
    offer(*m_rating, words.ratings);
    m_tags->offer(words.tags);
    m_tagsOff->offer(words.tags);
}

QLineEdit *AssetFields::field(const QString &key) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.key == key; });
    return found == m_rows.end() ? nullptr : found->field;
}

bool AssetFields::isTouched(const Row &row) const
{
    const bool isEmptied = row.isMixed && row.field->isModified() && row.field->text().isEmpty();
    return isEmptied || row.field->text().trimmed() != row.shown;
}

bool AssetFields::isTouched() const
{
    if (const Result<std::vector<Asset>> assets = read(m_assets))
        return *assets != m_assets;
    return std::any_of(m_assets.begin(), m_assets.end(), [this](const Asset &asset) {
        Asset shown = asset;
        return !readInto(shown) || shown != asset; // a new one lacks a title before anything is typed
    });
}

Status AssetFields::readInto(Asset &asset) const
{
    for (const Row &row : m_rows) {
        if (!isTouched(row))
            continue;
        if (const Status status = row.set(asset, row.field->text().trimmed()); !status)
            return status;
    }
    if (m_kind->currentIndex() >= 0)
        asset.kind = static_cast<AssetKind>(m_kind->currentIndex());
    if (m_elastic->checkState() != Qt::PartiallyChecked)
        asset.isElastic = m_elastic->isChecked();
    if (m_areHoursTouched)
        asset.hours = m_hours->hours();
    return {};
}

void AssetFields::numberEpisodes(std::vector<Asset> &assets) const
{
    std::int32_t number = assets.front().episode;
    for (Asset &asset : assets)
        asset.episode = number > 0 ? number++ : 0;
}

Result<std::vector<Asset>> AssetFields::read(std::vector<Asset> assets) const
{
    for (Asset &asset : assets) {
        // An old fault is no reason to refuse another field; what is new is right as a whole.
        const bool wasRight = asset.title.isEmpty() || checkAsset(asset);
        Status status = readInto(asset);
        if (status && wasRight)
            status = checkAsset(asset);
        if (!status)
            return fail(status.error());
    }
    const QLineEdit *first = field(u"firstEpisode"_s);
    if (first && !first->text().trimmed().isEmpty())
        numberEpisodes(assets);
    return assets;
}

} // namespace sf
