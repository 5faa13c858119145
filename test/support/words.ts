// Names and texts for invented bills, short and long, in Kazakh and Russian. All of it is made up.

import fc from 'fast-check';

export interface Phrase {
  readonly kk: string;
  readonly ru?: string | undefined;
}

/** Mostly in both languages, sometimes in Kazakh alone. */
function phrases(...pairs: readonly (readonly [kk: string, ru: string])[]): fc.Arbitrary<Phrase> {
  return fc
    .tuple(fc.constantFrom(...pairs), fc.integer({ min: 0, max: 9 }))
    .map(([[kk, ru], draw]) => (draw === 0 ? { kk } : { kk, ru }));
}

/** One in eight is long. */
function mostlyShort<T>(short: fc.Arbitrary<T>, long: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: short, weight: 7 }, { arbitrary: long, weight: 1 });
}

export const service: fc.Arbitrary<Phrase> = mostlyShort(
  phrases(
    ['Суық су', 'Холодная вода'],
    ['Ыстық су', 'Горячая вода'],
    ['Су бұру', 'Водоотведение'],
    ['Жылыту', 'Отопление'],
    ['Электр энергиясы', 'Электроэнергия'],
    ['Газ', 'Газ'],
    ['Қоқыс шығару', 'Вывоз ТБО'],
    ['Домофон', 'Домофон'],
    ['Лифт', 'Лифт'],
    ['Бейнебақылау', 'Видеонаблюдение'],
    ['Күрделі жөндеуге жинақ', 'Накопления на капитальный ремонт'],
  ),
  phrases(
    [
      'Көппәтерлі тұрғын үйдің ортақ мүлкін күтіп-ұстау және күрделі жөндеуге жинақтау',
      'Содержание общего имущества многоквартирного жилого дома и накопления на ремонт',
    ],
    [
      'Ортақ орындарды жарықтандыруға жұмсалған электр энергиясы',
      'Электроэнергия, израсходованная на освещение мест общего пользования',
    ],
  ),
);

export const company: fc.Arbitrary<Phrase> = mostlyShort(
  phrases(
    ['«Үлгі Су» МКК', 'ГКП «Үлгі Су»'],
    ['«Үлгі Энергосбыт» ЖШС', 'ТОО «Үлгі Энергосбыт»'],
    ['«Үлгі жылу желілері» ЖШС', 'ТОО «Үлгі тепловые сети»'],
    ['«Үлгі Газ» АҚ', 'АО «Үлгі Газ»'],
    ['«Үлгі үй» МИБ', 'ОСИ «Үлгі үй»'],
  ),
  phrases([
    '«Үлгі қаласының тұрғын үй-коммуналдық шаруашылығын дамыту орталығы» мемлекеттік кәсіпорны',
    'Государственное предприятие «Центр развития жилищно-коммунального хозяйства города Үлгі»',
  ]),
);

export const emblem = fc.constantFrom('power', 'water', 'heat', 'gas', 'waste', 'osi', 'telecom');

export const phone = fc.constantFrom(
  '+7 727 000 01 01',
  '+7 700 000 06 06',
  '109',
  '8 800 080 00 00',
);

export const site = mostlyShort(
  fc.constantFrom('esep.example', 'su.example', 'power.example'),
  fc.constantFrom('www.turgyn-uy-kommunaldyq-sharuashylyq.ulgi.example/esep/tolem'),
);

export const email = mostlyShort(
  fc.constantFrom('info@su.example', 'abonent@energosbyt.example'),
  fc.constantFrom('tutynushylarmen.zhumys.bolimi@turgyn-uy-sharuashylyq.ulgi.example'),
);

export const channel = fc.record({
  kind: fc.constantFrom('phone', 'voice', 'site', 'email', 'whatsapp', 'telegram'),
  value: fc.oneof(phone, site),
  hours: fc.option(fc.constant('9:00–18:00'), { nil: undefined }),
});

export const label: fc.Arbitrary<Phrase> = mostlyShort(
  phrases(
    ['1-деңгей', '1 уровень'],
    ['ас үй', 'кухня'],
    ['қыркүйек үшін', 'за сентябрь'],
    ['оның ішінде ҚҚС', 'в т. ч. НДС'],
    ['үйдің үлесі', 'доля дома'],
  ),
  phrases([
    'Жылыту маусымының нақты ұзақтығы бойынша қайта есептелді',
    'Перерасчёт по фактической продолжительности отопительного сезона',
  ]),
);

export const caption: fc.Arbitrary<Phrase> = phrases(
  ['Қосымшада төлеңіз', 'Оплатите в приложении'],
  ['Банкте төлеу', 'Оплата в банке'],
);

export const serial = mostlyShort(
  fc.constantFrom('СГВ-15 № 20417733', '011552190', 'ЦЭ6803В № 98', 'BK-G4 7781002'),
  fc.constantFrom('Меркурий 230 ART-01 PQRSIN № 41888812'),
);

export const payer = mostlyShort(
  fc.constantFrom('Үлгі Тұтынушы', 'Сынақов Ә. Б.', 'Мұхаметқалиева-Сүлейменова Үлгі Қайратқызы'),
  fc.constantFrom('«Үлгі қаласының тұрғын үй қорын пайдалану және жөндеу басқармасы» ЖШС Ғой Łódź'),
);

export const address: fc.Arbitrary<Phrase> = mostlyShort(
  phrases(
    ['Алматы қ., Үлгі к-сі, 1-үй, 1-пәтер', 'г. Алматы, ул. Үлгі, д. 1, кв. 1'],
    ['Алматы қ., Үлгі д-лы, 10-үй, 132-пәтер', 'г. Алматы, пр. Үлгі, д. 10, кв. 132'],
  ),
  phrases([
    'Алматы қ., Наурызбай ауданы, «Үлгілі жаңа қалашық» шағын ауданы, Бірінші Үлгі көшесі, 14/2-үй',
    'г. Алматы, Наурызбайский район, мкр. «Образцовый новый городок», ул. Первая Үлгі, д. 14/2',
  ]),
);

export const notice: fc.Arbitrary<Phrase> = mostlyShort(
  phrases(
    ['Берешекті 25-іне дейін төлеңіз.', 'Оплатите долг до 25 числа.'],
    [
      '1 желтоқсаннан бастап тариф өзгереді: 1 м³ үшін 101,16 ₸.',
      'С 1 декабря меняется тариф: 101,16 ₸ за 1 м³.',
    ],
    [
      'Көрсеткіштерді esep.example сайтында беруге болады.',
      'Показания можно передать на сайте esep.example.',
    ],
  ),
  phrases([
    'Жөндеу жұмыстарына байланысты 12 қарашада 9:00-ден 18:00-ге дейін суық су берілмейді. Қажетті ' +
      'су қорын алдын ала жинап қоюды сұраймыз. Қолайсыздық үшін кешірім өтінеміз.',
    'В связи с ремонтными работами 12 ноября с 9:00 до 18:00 холодная вода подаваться не будет. ' +
      'Просим заранее сделать необходимый запас воды. Приносим извинения за неудобства.',
  ]),
);
