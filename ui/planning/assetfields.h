// SPDX-FileCopyrightText: 2026 ScheduleFlow contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/model/asset.h"
#include "core/time/channelclock.h"

#include <QObject>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace sf {

class FieldForm;
class HoursGrid;
class NamesEdit;
struct StationWords;

/// The fields of one or several assets, in the forms that it is given. A field that differs says so; what nobody
/// touches stays in each of them as it is.
class AssetFields : public QObject
{
    Q_OBJECT

public:
    struct Forms
    {
        FieldForm *about;
        FieldForm *planning;
        FieldForm *media;
    };

    /// Rights are shown and typed on `clock`. There is at least one asset.
    AssetFields(const Forms &forms, std::vector<Asset> assets, ChannelClock clock, QObject *parent = nullptr);

    void setWords(const StationWords &words);
    bool isTouched() const;
    /// The same assets, maybe changed elsewhere meanwhile, with what was touched. Errors: BadFieldValue; args: the
    /// value, the key of the row, what it should be.
    Result<std::vector<Asset>> read(std::vector<Asset> assets) const;

    /// Null where no row has the key.
    QLineEdit *field(const QString &key) const;
    QComboBox &kind() { return *m_kind; }
    QCheckBox &elastic() { return *m_elastic; }
    HoursGrid &hours() { return *m_hours; }

Q_SIGNALS:
    void changed();

private:
    using Text = std::function<QString(const Asset &)>;
    using Set = std::function<Status(Asset &, const QString &)>;

    struct Row
    {
        QString key;
        QLineEdit *field;
        QString shown; ///< where they differ: empty
        bool isMixed;
        Set set;
    };

    bool isOne() const { return m_assets.size() == 1; }
    void addAbout(FieldForm &form);
    void addTags(FieldForm &form);
    void addPlanning(FieldForm &form);
    void addRights(FieldForm &form);
    void addHours(FieldForm &form);
    void addMedia(FieldForm &form);
    /// Without `set`, core knows the field by its key.
    void add(FieldForm &form, const QString &key, const QString &label, QWidget *widget, const Text &text,
             Set set = {});
    bool isTouched(const Row &row) const;
    Status readInto(Asset &asset) const;
    void numberEpisodes(std::vector<Asset> &assets) const;

    std::vector<Asset> m_assets;
    ChannelClock m_clock;
    std::vector<Row> m_rows;
    QComboBox *m_kind;
    NamesEdit *m_tags;
    NamesEdit *m_tagsOff;
    QComboBox *m_category;
    QComboBox *m_series;
    QComboBox *m_rating;
    QCheckBox *m_elastic;
    HoursGrid *m_hours;
    QLabel *m_hoursText;
    bool m_areHoursTouched = false;
};

} // namespace sf
