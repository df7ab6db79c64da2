/** Names that a full MongoDB 7 knows and the sandbox does not offer: they get code 238. */
const names = (text: string) => new Set(text.trim().split(/\s+/));

export const knownExpressions = names(`
  $abs $accumulator $acos $acosh $allElementsTrue $anyElementTrue $arrayToObject $asin $asinh $atan
  $atan2 $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor $bottom $bottomN $bsonSize $convert
  $cos $cosh $count $dateFromParts $dateFromString $dateSubtract $dateToParts $dayOfYear
  $degreesToRadians $exp $first $firstN $function $getField $indexOfArray $indexOfBytes $indexOfCP
  $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last $lastN $let $ln $log $log10 $ltrim
  $max $maxN $median $meta $millisecond $min $minN $minute $objectToArray $percentile $pow $push
  $radiansToDegrees $rand $range $reduce $regexFind $regexFindAll $regexMatch $replaceAll
  $replaceOne $reverseArray $rtrim $sampleRate $second $setDifference $setEquals $setField
  $setIntersection $setIsSubset $setUnion $sin $sinh $slice $sortArray $split $sqrt $stdDevPop
  $stdDevSamp $strLenBytes $strLenCP $strcasecmp $substr $substrBytes $substrCP $sum $tan $tanh
  $toBool $toDate $toDecimal $toDouble $toInt $toLong $toObjectId $toString $top $topN $trunc
  $tsIncrement $tsSecond $type $unsetField $week $zip`);

export const knownStages = names(`
  $bucket $bucketAuto $collStats $currentOp $densify $documents $fill $geoNear $graphLookup
  $indexStats $listLocalSessions $listSessions $merge $out $planCacheStats $redact $sample $search
  $searchMeta $setWindowFields $unionWith $vectorSearch`);

export const knownAccumulators = names(`
  $accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile
  $stdDevPop $stdDevSamp $top $topN`);

export const knownCommands = names(`
  abortTransaction bulkWrite collMod collStats commitTransaction compact connectionStatus
  convertToCapped createUser currentOp dbHash dbStats dropUser explain features filemd5 fsync
  getCmdLineOpts getLog getParameter getnonce hostInfo killAllSessions killOp killSessions
  listCommands logRotate mapReduce planCacheClear profile refreshSessions renameCollection
  replSetGetStatus saslContinue saslStart setParameter shutdown startSession top usersInfo validate
  whatsmyuri`);

export const knownOptions = names(`
  allowDiskUse allowPartialResults apiDeprecationErrors apiStrict apiVersion arrayFilters awaitData
  backwards bypassDocumentValidation capped changeStreamPreAndPostImages clusteredIndex collation
  commitQuorum encryptedFields exchange expireAfterSeconds flags indexOptionDefaults let max
  max2 min needsMerge noCursorTimeout oplogReplay pipeline returnKey sampleRate showRecordId size
  storageEngine tailable timeseries validationAction validationLevel validator viewOn
  encryptionInformation rawData maxTimeMSOpOnly`);

export const knownIndexOptions = names(`
  2dsphereIndexVersion bits bucketSize clustered collation default_language hidden
  language_override max min prepareUnique storageEngine textIndexVersion weights wildcardProjection`);
