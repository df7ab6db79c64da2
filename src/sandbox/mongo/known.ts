/** Names that a full MongoDB 7 knows and the sandbox does not offer: they get code 238. */
const names = (text: string) => new Set(text.trim().split(/\s+/));

export const knownExpressions = names(`
  $abs $accumulator $acos $acosh $addToSet $allElementsTrue $anyElementTrue $arrayElemAt
  $arrayToObject $asin $asinh $atan $atan2 $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor
  $bsonSize $ceil $cmp $concatArrays $convert $cos $cosh $dateAdd $dateDiff $dateFromParts
  $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek
  $dayOfYear $degreesToRadians $exp $filter $first $firstN $floor $function $getField $hour
  $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear
  $last $lastN $let $ln $log $log10 $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond
  $min $minN $minute $mod $month $objectToArray $percentile $pow $radiansToDegrees $rand $range
  $reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray $round $rtrim
  $sampleRate $second $setDifference $setEquals $setField $setIntersection $setIsSubset $setUnion
  $sin $sinh $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP
  $strcasecmp $substr $substrBytes $substrCP $sum $switch $tan $tanh $toBool $toDate $toDecimal
  $toDouble $toInt $toLong $toLower $toObjectId $toString $toUpper $trim $trunc $tsIncrement
  $tsSecond $type $unsetField $week $year $zip`);

export const knownStages = names(`
  $addFields $bucket $bucketAuto $collStats $currentOp $densify $documents $facet $fill $geoNear $graphLookup
  $indexStats $listLocalSessions $listSessions $lookup $merge $out $planCacheStats $redact
  $replaceRoot $replaceWith $sample $search $searchMeta $set $setWindowFields $sortByCount
  $unionWith $unset $vectorSearch`);

export const knownAccumulators = names(`
  $accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile
  $stdDevPop $stdDevSamp $top $topN`);

export const knownCommands = names(`
  abortTransaction bulkWrite collMod collStats commitTransaction compact connectionStatus
  convertToCapped createUser currentOp dbHash dbStats dropUser features filemd5 fsync
  getCmdLineOpts getLog getParameter getnonce hostInfo killAllSessions killOp killSessions
  listCommands listDatabases logRotate mapReduce planCacheClear profile refreshSessions renameCollection
  replSetGetStatus saslContinue saslStart setParameter shutdown startSession top usersInfo validate
  whatsmyuri`);

export const knownOptions = names(`
  allowDiskUse allowPartialResults apiDeprecationErrors apiStrict apiVersion arrayFilters awaitData
  backwards bypassDocumentValidation capped changeStreamPreAndPostImages clusteredIndex collation
  commitQuorum encryptedFields exchange expireAfterSeconds flags indexOptionDefaults let max
  min needsMerge noCursorTimeout oplogReplay pipeline returnKey sampleRate showRecordId size
  storageEngine tailable timeseries validationAction validationLevel validator viewOn
  encryptionInformation rawData maxTimeMSOpOnly`);

export const knownIndexOptions = names(`
  2dsphereIndexVersion bits bucketSize clustered collation default_language hidden
  language_override max min prepareUnique storageEngine textIndexVersion weights wildcardProjection`);

export const knownUpdateOperators = names(
  "$bit $currentDate $mul $pop $pullAll $pushAll $rename $isolated",
);

export const knownPushClauses = names("$position $slice $sort");

export const knownFilterOperators = names(`
  $where $jsonSchema $sampleRate $alwaysTrue $alwaysFalse $geoWithin $geoIntersects $geometry $rand
  $bitsAllSet $bitsAllClear $bitsAnySet $bitsAnyClear $mod`);
